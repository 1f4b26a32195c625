using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>What an alert measures, as a typed value; the suite derives its own query from it, independent of the rule file.</summary>
public abstract record Signal
{
    /// <summary>Unit of the value: ratio, per second, seconds, bytes, up (0 or 1), ….</summary>
    public string Unit { get; init; } = "";

    /// <summary>Longest window that the signal looks back over, documented time; zero for an instant value.</summary>
    public abstract TimeSpan Window { get; }

    /// <summary>Names of the metrics that it is made of, each once, so that a ledger entry about a metric can be matched.</summary>
    public abstract ImmutableArray<string> Metrics { get; }

    /// <summary>PromQL that yields the signal's value, its windows scaled.</summary>
    public abstract string ToQuery(TimeScale scale);

    /// <summary>A range selector's window, e.g. <c>[12000ms]</c>.</summary>
    private protected static string Range(TimeScale scale, TimeSpan over) => $"[{(long)scale.ToWall(over).TotalMilliseconds}ms]";
}
