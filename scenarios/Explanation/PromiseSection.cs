using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>What is promised of an alert, and where each number of it comes from.</summary>
internal static partial class PromiseSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        var contract = alert.Contract;
        var sources = new PromiseSources(alert.Strategy, contract.Alert);
        sheet.Section("Promise", "documented/ is the strategy's text in environments/monitoring; times are documented time");
        sheet.Row("signal", Query(contract.Signal), Amended(alert, c => Query(c.Signal)) ?? sources.Expression);
        sheet.Row("bad when", Condition(contract), Amended(alert, Condition) ?? sources.Expression);
        sheet.Row("for", Numbers.Duration(contract.For), Amended(alert, c => Numbers.Duration(c.For)) ?? sources.For);
        sheet.Row("severity", contract.Severity, sources.Label("severity"));
        sheet.Row("component", contract.Component, sources.Label("component"));
        sheet.Row("evaluated every", Numbers.Duration(contract.EvaluationInterval), sources.Evaluation);
        sheet.Row("scraped every", Numbers.Duration(contract.ScrapeInterval), sources.Scrape);
        sheet.Row("annotations", string.Join(", ", contract.Annotations), sources.Annotations);
        if (!contract.DescriptionTells.IsEmpty)
        {
            sheet.Row("description says", string.Join(", ", contract.DescriptionTells), sources.Annotations);
        }

        Receivers(sheet, contract, sources);
        sheet.Row("group_wait", Numbers.Duration(contract.GroupWait), sources.GroupWait);
        sheet.Row("group_interval", Numbers.Duration(contract.GroupInterval), sources.GroupInterval);
        sheet.Row("repeat_interval", Numbers.Duration(contract.RepeatInterval), sources.RepeatInterval);
        sheet.Row("group_by", string.Join(", ", contract.GroupBy), sources.GroupBy);
        foreach (var source in contract.InhibitedBy)
        {
            sheet.Row("inhibited by", $"{source}, where {string.Join(" and ", contract.InhibitionEqual)} are the same", sources.Inhibition(source));
        }

        Amendments(sheet, alert);
    }

    private static void Receivers(Sheet sheet, AlertContract contract, PromiseSources sources)
    {
        foreach (var receiver in contract.Receivers)
        {
            var fields = receiver.Fields.Select(f => f.Expected is { } text ? $"{f.Name} with \"{text}\"" : $"{f.Name} (any text)");
            sheet.Row("tells", $"{receiver.Name} ({receiver.Channel}): {string.Join(", ", fields)}", sources.Receiver(receiver.Name));
        }
    }

    private static void Amendments(Sheet sheet, ExplainedAlert alert)
    {
        foreach (var amendment in alert.Amendments)
        {
            var entry = alert.Strategy.KnownDefects.Entries.FirstOrDefault(e => e.Id == amendment.Id);
            sheet.Row("amended", $"{amendment.Id}: {entry?.Mend ?? "see the ledger"}", FormattableString.Invariant($"{alert.ConfigurationName}/{amendment.Position.File}:{amendment.Position.Line}"));
        }
    }

    // What the strategy itself says stands beside what became of it.
    private static string? Amended(ExplainedAlert alert, Func<AlertContract, string> part)
    {
        var documented = part(alert.Documented.Contract);
        return documented == part(alert.Contract) ? null : $"amended by {string.Join(", ", alert.Amendments.Select(a => a.Id))}; the strategy says {documented}";
    }

    private static string Condition(AlertContract contract)
    {
        var comparator = contract.Comparator switch { Comparator.Above => "above", Comparator.Below => "below", _ => "equal to" };
        return $"{comparator} {Numbers.Text(contract.Threshold)} ({contract.Signal.Unit})";
    }

    // Windows as Prometheus' own files write them.
    private static string Query(Signal signal) =>
        Window().Replace(signal.ToQuery(new TimeScale(1)), m => $"[{Numbers.Duration(TimeSpan.FromMilliseconds(long.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))}]");

    [GeneratedRegex(@"\[(\d{1,12})ms\]")]
    private static partial Regex Window();
}
