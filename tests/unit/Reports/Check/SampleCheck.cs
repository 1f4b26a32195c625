using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Reports.Check;

/// <summary>A result with a finding of every severity, a known one, and hostile texts.</summary>
internal static class SampleCheck
{
    public static CheckResult Result { get; } = new()
    {
        Configuration = "documented",
        Silenced = 2,
        Wall = TimeSpan.FromSeconds(0.42),
        Files = ImmutableSortedDictionary<string, string>.Empty
            .Add("alertmanager.yml", "route:\n  receiver: team\n  routes:\n  - receiver: dwcp\n\tmatch: {component: dwcp}\r\n")
            .Add("rules/r.yml", "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: rate(some_gauge{job=\"a-rather-long-name-of-a-job\", pod=~\"novacron-api-.*\", namespace=\"novacron\"}[5m]) > 1\n")
            .Add("prometheus.yml", "global: {}\n"),
        Findings =
        [
            Finding("route/shadowed", Severity.Error, "dwcp", "alertmanager.yml", 4, 15, 4, "the route before it takes all that it could, 100 % of it", "put it first", null),
            Finding("receiver/no-resolution", Severity.Warning, "team", "alertmanager.yml", 2, 13, 0, "it is not told of resolutions", "set send_resolved to true", "nobody-hears"),
            Finding("route/group-label", Severity.Info, "a\u001b[31m<b>:,", "alertmanager.yml", 5, 2, 5, "no alert has it\n::error::really", null, null),
            Finding("expression/rate-of-gauge", Severity.Warning, "A", "rules/r.yml", 5, 16, 10, "rate() is for counters, and some_gauge is a gauge", "use deriv()", null),
        ],
    };

    private static Finding Finding(string check, Severity severity, string subject, string file, int line, int column, int length, string message, string? fix, string? known) => new()
    {
        Check = check,
        Severity = severity,
        Subject = subject,
        Position = new SourcePosition(file, line, column),
        Length = length,
        Message = message,
        Fix = fix,
        KnownDefect = known,
    };
}
