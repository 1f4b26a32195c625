using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using Entry = NovaCron.Validation.Environments.Monitoring.Configuration.KnownDefect;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Reads the ledger as the judgement needs it: each entry with the alerts in which it must show.</summary>
internal static class LedgerEntries
{
    /// <summary>An entry that names no alerts shows in the alert that is its subject, and in those that its subject, a receiver, is promised.</summary>
    public static ImmutableArray<KnownDefect> Of(IEnumerable<Entry> entries, IReadOnlyCollection<AlertScenario> scenarios) =>
        [.. entries.Where(e => e.Stage != SurfaceLedger.Stage).Select(e => new KnownDefect(e.Id, Names.Stage(e.Stage)!.Value, e.Subject, e.Alerts ?? ShownIn(e.Subject, scenarios), e.MaskedBy))];

    /// <summary>The entries about documented things that are no alerts.</summary>
    public static ImmutableArray<KnownSurfaceDefect> OfSurfaces(IEnumerable<Entry> entries) =>
        [.. entries.Where(e => e.Stage == SurfaceLedger.Stage).Select(e => new KnownSurfaceDefect(e.Id, e.Subject))];

    private static ImmutableArray<string> ShownIn(string subject, IReadOnlyCollection<AlertScenario> scenarios) =>
        [.. scenarios.Select(s => s.Contract)
            .Where(c => c.Alert == subject || c.Receivers.Any(r => r.Name == subject))
            .Select(c => c.Alert)];
}
