using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;

namespace NovaCron.Validation.Assertions.Trends;

/// <summary>What several runs of the past show together. Configurations are kept apart: that one and another differ is no change over time.</summary>
/// <param name="Configurations">A trend for each configuration, the one that was run last first.</param>
public sealed record TrendResult(ImmutableArray<ConfigurationTrend> Configurations);

/// <summary>The trend of one configuration.</summary>
/// <param name="Configuration">documented, corrected or a folder.</param>
/// <param name="Runs">Its runs, the oldest first.</param>
/// <param name="Alerts">Its alerts, in the order in which the runs first name them.</param>
/// <param name="Defects">Every defect that a run found, those that are still there first.</param>
public sealed record ConfigurationTrend(string Configuration, ImmutableArray<TrendRun> Runs, ImmutableArray<AlertTrend> Alerts, ImmutableArray<DefectTrend> Defects);

/// <summary>A run of the past.</summary>
/// <param name="RunId">Identifier.</param>
/// <param name="At">When it began; null where neither its file nor its identifier tells.</param>
/// <param name="TimeScale">N.</param>
/// <param name="WallSeconds">How long it took, wall seconds.</param>
/// <param name="ExitCode">How it ended.</param>
public sealed record TrendRun(string RunId, DateTimeOffset? At, int TimeScale, double WallSeconds, int ExitCode);

/// <summary>An alert over time.</summary>
public sealed record AlertTrend
{
    /// <summary>Alert name.</summary>
    public required string Alert { get; init; }

    /// <summary>Component, as the last run has it.</summary>
    public required string Component { get; init; }

    /// <summary>Severity, as the last run has it.</summary>
    public required string Severity { get; init; }

    /// <summary>What each run that ran it found, the oldest first; never empty.</summary>
    public required ImmutableArray<TrendPoint> Points { get; init; }

    /// <summary>From the fault's effect to firing; null where no run measured it.</summary>
    public TrendFigures? Fires { get; init; }

    /// <summary>From firing to the slowest promised delivery; null where no run measured it.</summary>
    public TrendFigures? Delivers { get; init; }

    /// <summary>How often the verdict was another than in the run before.</summary>
    public int VerdictChanges { get; init; }

    /// <summary>The part of its runs that proved it neither way, a ratio from 0 to 1.</summary>
    public double InconclusiveShare { get; init; }

    /// <summary>The last run that proved that it works; null where none did.</summary>
    public TrendRun? LastProved { get; init; }
}

/// <summary>What one run found of an alert.</summary>
/// <param name="Run">The run.</param>
/// <param name="Verdict">Verdict.</param>
/// <param name="IsNew">Whether a failure of it was in no ledger.</param>
/// <param name="FiresSeconds">From the fault's effect to firing, documented seconds; null where it was not measured.</param>
/// <param name="DeliversSeconds">From firing to the slowest promised delivery, documented seconds; null where it was not measured.</param>
public sealed record TrendPoint(TrendRun Run, Verdict Verdict, bool IsNew, double? FiresSeconds, double? DeliversSeconds);

/// <summary>Figures of a time that several runs measured, documented seconds.</summary>
/// <param name="Count">How many runs measured it; at least one.</param>
/// <param name="Last">In the last of them.</param>
/// <param name="Median">Median; the mean of the middle two for an even number.</param>
/// <param name="Least">Least.</param>
/// <param name="Most">Greatest.</param>
public sealed record TrendFigures(int Count, double Last, double Median, double Least, double Most)
{
    /// <summary>The figures of some values, in order of time; null for none.</summary>
    public static TrendFigures? Of(IEnumerable<double?> values)
    {
        var measured = values.OfType<double>().Where(double.IsFinite).ToArray();
        if (measured.Length == 0)
        {
            return null;
        }

        var sorted = measured.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new TrendFigures(measured.Length, measured[^1], median, sorted[0], sorted[^1]);
    }
}

/// <summary>A defect over time.</summary>
/// <param name="Id">Its ledger entry, or <c>alert/stage</c> of one that no ledger has.</param>
/// <param name="IsKnown">Whether it is a ledger entry.</param>
/// <param name="Alerts">Alerts, or documented things that are no alerts, in which it showed.</param>
/// <param name="FirstSeen">The first run that found it.</param>
/// <param name="LastSeen">The last one.</param>
/// <param name="Seen">How many runs found it.</param>
/// <param name="Judged">How many runs judged what it was found in, so that they could have found it.</param>
/// <param name="IsThere">Whether the last of those still found it.</param>
public sealed record DefectTrend(
    string Id, bool IsKnown, ImmutableArray<string> Alerts, TrendRun FirstSeen, TrendRun LastSeen, int Seen, int Judged, bool IsThere);
