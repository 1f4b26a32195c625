using System.Globalization;
using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>
/// An alert of our own that fires and ends again and again, in a group of its own: every beat that is delivered proves that at that instant the whole
/// way from rule to receiver worked, and that what was not told was not told because nothing told it. Like the heartbeat it carries no label.
/// </summary>
public static class PulseRule
{
    /// <summary>Name of the rule file.</summary>
    public const string FileName = "novacron-validation-pulse.yml";

    /// <summary>Name of the alert.</summary>
    public const string AlertName = "PipelinePulse";

    /// <summary>From one beat to the next, documented time: half of it the alert fires.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(4);

    /// <summary>The rule file, its durations divided by N.</summary>
    public static ReadOnlyMemory<byte> File(TimeScale scale)
    {
        var interval = TimeSpan.FromMilliseconds(Math.Floor(scale.ToWall(HeartbeatRule.Interval).TotalMilliseconds));
        var period = scale.ToWall(Period).TotalSeconds;
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            groups:
            - name: novacron-validation-pulse
              interval: {PrometheusDuration.Format(interval)}
              rules:
              - alert: {AlertName}
                expr: vector(time() % {period:0.###} < bool {period / 2:0.###}) == 1
                annotations:
                  summary: "The alert pipeline is alive"
                  description: "Fires every {period:0.###} s; each delivery proves the way from rule to receiver"

            """));
    }

    /// <summary>Where in Prometheus' container the file must lie.</summary>
    /// <exception cref="ConfigurationException">No pattern of <c>rule_files</c> has room for it.</exception>
    public static string PathOf(PrometheusFile prometheus) => RuleFilePlacement.PathOf(prometheus, FileName)
        ?? throw new ConfigurationException(
            prometheus.RuleFilePatterns.FirstOrDefault()?.Position ?? new SourcePosition(prometheus.File.Name, 1, 1),
            $"no pattern of 'rule_files' has room for {FileName}; name the rule files with a wildcard, such as {RuleFilePlacement.PrometheusFolder}/rules/*.yml");
}
