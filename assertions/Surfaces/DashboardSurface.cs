using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>
/// A panel's query has data at every step of healthy load, and moves under the fault that concerns it: in the second half of the effective fault
/// the median of at least one line lies outside everything that the line showed under healthy load, or a line is there that was not.
/// </summary>
public static class DashboardSurface
{
    /// <summary>From the start of the load until the longest window of the strategy's panels is full, documented time; before it a panel still rises.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Least movement, as a share of the width of what a line showed under healthy load, and of its greatest value.</summary>
    private const double ShareOfWidth = 0.5;
    private const double ShareOfLevel = 0.01;

    /// <summary>Judges a panel.</summary>
    public static SurfaceResult Judge(Panel panel, IEnumerable<SurfaceEvidence> cells)
    {
        if (panel.Query is null)
        {
            return Result(panel, Outcome.NotApplicable, "the strategy names neither a query nor a metric for it");
        }

        if (cells.FirstOrDefault(c => c.Alert == panel.Alert) is not { } cell)
        {
            return Result(panel, Outcome.NotReached, $"it is judged in the cell of {panel.Alert}, which did not run");
        }

        if (cell.Phases is not { QuietStart: { } start, QuietEnd: { } end, FaultEffective: { } effective, FaultRemoved: { } removed })
        {
            return Result(panel, Outcome.Inconclusive, $"the cell of {panel.Alert} did not get as far as the fault's roll-back");
        }

        if (cell.Panels.FirstOrDefault(p => p.Panel == panel) is not { } samples)
        {
            return Result(panel, Outcome.Inconclusive, $"its query was not answered: {string.Join("; ", cell.Errors)}");
        }

        var quiet = new Stretch(start + cell.Scale.ToWall(Settled), end);
        return Empty(samples, quiet, cell.Step) is { } missing
            ? Result(panel, Outcome.Fail, $"expected data at every step under healthy load, found {missing}")
            : Moves(panel, samples, quiet, new Stretch(effective + ((removed - effective) / 2), removed));
    }

    private static SurfaceResult Moves(Panel panel, PanelSamples samples, Stretch quiet, Stretch fault)
    {
        var lines = samples.Series.Select(s => Line.Of(s, quiet, fault)).ToImmutableArray();
        ImmutableArray<string> evidence = [.. lines.Select(l => l.ToString())];
        return (lines.FirstOrDefault(l => l.Moved) is { } moved
            ? Result(panel, Outcome.Pass, $"data at every step under healthy load, and moved by the fault of {panel.Alert}: {moved}")
            : Result(panel, Outcome.Fail, $"expected it to move under the fault of {panel.Alert}, found {string.Join("; ", evidence)}")) with { Evidence = evidence };
    }

    private static string? Empty(PanelSamples samples, Stretch quiet, TimeSpan step)
    {
        var at = samples.Series.SelectMany(s => s.Samples).Where(s => double.IsFinite(s.Value)).Select(s => s.At).Distinct().Order().ToImmutableArray();
        return at.Any(quiet.Contains) ? SampleGaps.Find(at, quiet.From, quiet.To, step) : "none at all";
    }

    private static SurfaceResult Result(Panel panel, Outcome outcome, string detail) => new(SurfaceKind.Dashboard, panel.Title, outcome, detail);

    private readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To)
    {
        public bool Contains(DateTimeOffset at) => at >= From && at <= To;

        public ImmutableArray<double> Values(Series series)
        {
            var stretch = this;
            return [.. series.Samples.Where(s => stretch.Contains(s.At) && double.IsFinite(s.Value)).Select(s => s.Value).Order()];
        }
    }

    /// <summary>One line of a panel: its values under healthy load and under the fault, in ascending order.</summary>
    private sealed record Line(string Name, ImmutableArray<double> Quiet, ImmutableArray<double> Fault)
    {
        public static Line Of(Series series, Stretch quiet, Stretch fault) => new(
            "{" + string.Join(", ", series.Labels.Where(l => l.Key is not ("__name__" or "job" or "instance" or "namespace")).Select(l => $"{l.Key}=\"{l.Value}\"")) + "}",
            quiet.Values(series),
            fault.Values(series));

        private double Median => Fault[Fault.Length / 2];

        public bool Moved => !Fault.IsEmpty && (Quiet.IsEmpty ? Median != 0 : Median < Quiet[0] - Margin || Median > Quiet[^1] + Margin);

        private double Margin => Math.Max((Quiet[^1] - Quiet[0]) * ShareOfWidth, Math.Max(Math.Abs(Quiet[0]), Math.Abs(Quiet[^1])) * ShareOfLevel);

        public override string ToString() =>
            $"{Name} {(Quiet.IsEmpty ? "not there" : $"{Numbers.Text(Quiet[0])} to {Numbers.Text(Quiet[^1])}")}, then {(Fault.IsEmpty ? "not there" : Numbers.Text(Median))}";
    }
}
