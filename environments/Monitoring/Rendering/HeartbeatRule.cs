using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>
/// An alert of our own that always fires, in a group of its own: once it has been delivered, the whole pipeline from rule to receiver works.
/// It carries no label, so the root route takes it unless a configuration routes by name.
/// </summary>
public static class HeartbeatRule
{
    /// <summary>Name of the rule file.</summary>
    public const string FileName = "novacron-validation-heartbeat.yml";

    /// <summary>Name of the group.</summary>
    public const string GroupName = "novacron-validation-heartbeat";

    /// <summary>Name of the alert.</summary>
    public const string AlertName = "PipelineHeartbeat";

    /// <summary>Evaluation interval, documented time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>The rule file, its interval divided by N and rounded down to a millisecond.</summary>
    public static ReadOnlyMemory<byte> File(TimeScale scale)
    {
        var interval = TimeSpan.FromMilliseconds(Math.Floor(scale.ToWall(Interval).TotalMilliseconds));
        return Encoding.UTF8.GetBytes(
            $"""
            groups:
            - name: {GroupName}
              interval: {PrometheusDuration.Format(interval)}
              rules:
              - alert: {AlertName}
                expr: vector(1)
                annotations:
                  summary: "The alert pipeline is alive"
                  description: "Always firing; its delivery proves the way from rule to receiver"

            """);
    }
}
