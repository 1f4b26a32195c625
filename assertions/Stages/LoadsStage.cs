using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Prometheus loaded the rule and evaluates it without error.</summary>
public sealed class LoadsStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Loads;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var alert = evidence.Contract.Alert;
        var file = evidence.Contract.RuleFile;
        if (evidence.LoadError is { } refused)
        {
            return this.Fail(new Shortcoming(alert, $"expected {file} to load, and Prometheus refuses it: {refused}") { AlsoKnownAs = [file] });
        }

        if (evidence.LoadedRules.IsEmpty)
        {
            return this.Inconclusive("Prometheus' rules were not read: not even the heartbeat's rule is among the evidence");
        }

        if (evidence.LoadedRules.FirstOrDefault(r => r.Name == alert) is not { } rule)
        {
            var others = string.Join(", ", evidence.LoadedRules.Select(r => r.Name).Distinct());
            return this.Fail(new Shortcoming(alert, $"expected a rule named {alert} in {file}, found only {others}") { AlsoKnownAs = [file] });
        }

        return rule.Health switch
        {
            "ok" => this.Pass($"{rule.File} is loaded, and the rule evaluates without error") with { Evidence = [$"{rule.Group}: {rule.Query}"] },
            "err" => this.Fail(new Shortcoming(alert, $"expected the rule to evaluate, and Prometheus reports: {rule.LastError}")),
            _ => this.Inconclusive($"Prometheus has loaded the rule and not evaluated it (health {rule.Health})"),
        };
    }
}
