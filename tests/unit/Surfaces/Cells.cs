using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

/// <summary>Made-up evidence at N = 1 with a sample every 30 s: load from 0, quiet until 900 s, a fault effective from 1200 s to 1800 s.</summary>
internal static class Cells
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SurfaceEvidence Of(string alert) => new()
    {
        Alert = alert,
        Phases = new Phases { QuietStart = At(0), QuietEnd = At(900), FaultInjected = At(1190), FaultEffective = At(1200), FaultRemoved = At(1800), End = At(2000) },
        Scale = new TimeScale(1),
        Step = TimeSpan.FromSeconds(30),
    };

    public static SurfaceEvidence With(this SurfaceEvidence cell, Panel panel, params ImmutableArray<Series> lines) =>
        cell with { Panels = [new PanelSamples(panel, lines)] };

    /// <summary>A line of a panel.</summary>
    /// <param name="pod">Its label.</param>
    /// <param name="value">Value by seconds since the start; null for no sample.</param>
    public static Series Line(string pod, Func<int, double?> value) => new(
        ImmutableSortedDictionary<string, string>.Empty.Add("pod", pod),
        [.. Enumerable.Range(0, 67).Select(i => i * 30).Where(s => value(s) is not null).Select(s => new Sample(At(s), value(s)!.Value))]);

    private static DateTimeOffset At(int seconds) => Start + TimeSpan.FromSeconds(seconds);
}
