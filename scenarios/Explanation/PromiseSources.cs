using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>Finds where the strategy says what it promises of an alert: in its own files, which <c>documented</c> keeps byte for byte.</summary>
internal sealed class PromiseSources(MonitoringConfiguration strategy, string alert)
{
    private readonly (RuleGroup Group, AlertingRule Rule)? _rule = strategy.RuleFiles.SelectMany(f => f.Groups)
        .SelectMany(g => g.Rules.Select(r => (Group: g, Rule: r))).Where(r => r.Rule.Name == alert).Select(r => ((RuleGroup, AlertingRule)?)r).FirstOrDefault();

    /// <summary>Of signal, comparator and threshold.</summary>
    public string Expression => At(_rule?.Rule.ExprPosition);

    /// <summary>Of <c>for</c>.</summary>
    public string For => At(_rule?.Rule.ForText?.Position ?? _rule?.Rule.Position);

    /// <summary>Of the texts that people read.</summary>
    public string Annotations => At(_rule?.Rule.AnnotationEntries.Select(e => (SourcePosition?)e.Position).FirstOrDefault() ?? _rule?.Rule.Position);

    /// <summary>Of the evaluation interval.</summary>
    public string Evaluation => _rule?.Group.IntervalText is { } own ? At(own.Position) : Global("evaluation_interval");

    /// <summary>Of the scrape interval.</summary>
    public string Scrape => Global("scrape_interval");

    /// <summary>Of <c>group_wait</c>.</summary>
    public string GroupWait => At(strategy.Alertmanager.Route.GroupWaitText?.Position ?? strategy.Alertmanager.Route.Position);

    /// <summary>Of <c>group_interval</c>.</summary>
    public string GroupInterval => At(strategy.Alertmanager.Route.GroupIntervalText?.Position ?? strategy.Alertmanager.Route.Position);

    /// <summary>Of <c>repeat_interval</c>.</summary>
    public string RepeatInterval => At(strategy.Alertmanager.Route.RepeatIntervalText?.Position ?? strategy.Alertmanager.Route.Position);

    /// <summary>Of <c>group_by</c>.</summary>
    public string GroupBy => At(strategy.Alertmanager.Route.GroupByTexts.Select(t => (SourcePosition?)t.Position).FirstOrDefault() ?? strategy.Alertmanager.Route.Position);

    /// <summary>Of a label of the alert.</summary>
    public string Label(string name) => At(_rule?.Rule.LabelEntries.Where(e => e.Name == name).Select(e => (SourcePosition?)e.Position).FirstOrDefault() ?? _rule?.Rule.Position);

    /// <summary>Of a receiver.</summary>
    public string Receiver(string name) => At(strategy.Alertmanager.Receivers.Where(r => r.Name == name).Select(r => (SourcePosition?)r.NamePosition).FirstOrDefault());

    /// <summary>Of what inhibits.</summary>
    /// <param name="source">Name of the alert that inhibits.</param>
    public string Inhibition(string source) => At(strategy.Alertmanager.InhibitRules
        .Where(r => r.Source.Any(m => m.Name == "alertname" && m.Matches(source)) && r.Target.Any(m => m.Name == "alertname" && m.Matches(alert)))
        .Select(r => (SourcePosition?)r.Position).FirstOrDefault());

    // The first of that name in the file is the global one.
    private string Global(string setting)
    {
        var file = strategy.Prometheus.File;
        var line = file.Text.Split('\n').Index().Where(l => l.Item.TrimStart().StartsWith($"{setting}:", StringComparison.Ordinal)).Select(l => l.Index + 1).FirstOrDefault();
        return line == 0 ? $"documented/{file.Name}, Prometheus' default" : FormattableString.Invariant($"documented/{file.Name}:{line}");
    }

    // Of an alert that it does not have, the strategy says nothing: what is promised is promised by the contract alone.
    private string At(SourcePosition? position) => position is { } p ? FormattableString.Invariant($"documented/{p.File}:{p.Line}") : _rule is null ? "its contract" : "the strategy's document";
}
