using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Simulation.Derivation;

/// <summary>
/// What a rule of which nothing is promised compares with its threshold: its own expression, so that what is shown is what the rule makes of time,
/// and not whether it asks for the right thing.
/// </summary>
internal sealed record DerivedSignal : Signal
{
    private readonly string _query;

    /// <summary>A signal.</summary>
    /// <param name="query">The compared part of the rule's expression.</param>
    /// <param name="driver">What makes its series.</param>
    /// <param name="window">The longest window in it.</param>
    public DerivedSignal(string query, ISignalDriver driver, TimeSpan window) => (_query, Driver, Window) = (query, driver, window);

    /// <summary>What makes its series.</summary>
    public ISignalDriver Driver { get; }

    /// <inheritdoc/>
    public override TimeSpan Window { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [.. Driver.Selectors.Select(s => s.Metric).Distinct()];

    /// <summary>The expression as written, whatever the scale: it is asked at the documented cadence only.</summary>
    public override string ToQuery(TimeScale scale) => _query;
}
