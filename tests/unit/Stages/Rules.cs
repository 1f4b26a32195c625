using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Stages;

/// <summary>What Prometheus and Alertmanager show of a contract that is kept.</summary>
internal static class Rules
{
    public static LoadedRule Of(AlertContract contract, TimeScale scale) => new(
        contract.Component, $"/etc/prometheus/rules/{contract.RuleFile}", scale.ToWall(contract.EvaluationInterval), contract.Alert,
        $"{contract.Signal.ToQuery(scale)} {Operator(contract)} {contract.Threshold}", scale.ToWall(contract.For),
        Map(("severity", contract.Severity), ("component", contract.Component)),
        Map([.. contract.Annotations.Select(a => (a, Text(contract, a)))]), "ok", "");

    public static LoadedRule Heartbeat(TimeScale scale) => new(
        "probe", "/etc/prometheus/rules/probe.yml", scale.ToWall(TimeSpan.FromSeconds(30)), "PipelineHeartbeat", "vector(1)", TimeSpan.Zero,
        Map(), Map(), "ok", "");

    public static ActiveAlert Active(AlertContract contract, DateTimeOffset seen, string state = "active", string? alert = null, params string[] inhibitedBy) => new(
        seen, Map(("alertname", alert ?? contract.Alert), ("severity", contract.Severity)), Map(), seen, seen.AddMinutes(5),
        [.. contract.Receivers.Select(r => r.Name)], state, [.. inhibitedBy], $"fingerprint-{alert ?? contract.Alert}");

    public static ImmutableSortedDictionary<string, string> Map(params (string Key, string Value)[] pairs) =>
        pairs.ToImmutableSortedDictionary(p => p.Key, p => p.Value);

    private static string Text(AlertContract contract, string annotation) =>
        annotation == "description" ? string.Concat(contract.DescriptionTells.Select(t => $"text {{{{ {t} | humanize }}}} ")) : "text";

    private static string Operator(AlertContract contract) => contract.Comparator switch { Comparator.Above => ">", Comparator.Below => "<", _ => "==" };
}
