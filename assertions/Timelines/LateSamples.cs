using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>
/// Evaluations that saw less than a query asked later. Prometheus dates a scrape's samples to its beginning and stores them at its end: a rule that is evaluated
/// meanwhile does not see them, and a later query for the same instant does. No rule, however it is written, differs from itself in this way.
/// </summary>
internal static class LateSamples
{
    /// <summary>How long Prometheus may take to store what it scraped, wall time. It counts towards no bound: an evaluation is told from a later query by what each saw.</summary>
    private static readonly TimeSpan Storing = TimeSpan.FromMilliseconds(100);

    /// <summary>Finds evaluations at which the alert was not active, though a query for the same instant shows its rule's condition true, while a scrape was under way.</summary>
    /// <param name="evidence">A cell's evidence.</param>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    /// <returns>Their instants, in order, as the signals' steps have them.</returns>
    public static ImmutableSortedSet<DateTimeOffset> Evaluations(CellEvidence evidence, DateTimeOffset from, DateTimeOffset to)
    {
        var active = Instants(evidence.Alerts.Where(s => s.Label("alertname") == evidence.Contract.Alert)).ToArray();
        return [.. Instants(evidence.RuleCondition).Where(at => at >= from && at <= to && !active.Any(a => (a - at).Duration() <= CellTimeline.Coincidence) && IsScraping(evidence, at))];
    }

    private static bool IsScraping(CellEvidence evidence, DateTimeOffset at) =>
        evidence.ScrapeDurations.SelectMany(s => s.Samples).Any(s => s.At <= at && at <= s.At + TimeSpan.FromSeconds(s.Value) + Storing);

    private static IEnumerable<DateTimeOffset> Instants(IEnumerable<Series> series) => series.SelectMany(s => s.Samples).Select(s => s.At);
}
