using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Compares findings with the ledger, in both directions: an entry that names checks must be found by one of them.</summary>
public static class CheckLedger
{
    /// <summary>Name under which an entry that is found no more is reported.</summary>
    public const string StaleName = "ledger/no-longer-found";

    /// <summary>Marks what the ledger foretells, and adds a finding for each entry that no check found.</summary>
    public static IEnumerable<Finding> Compare(ImmutableArray<Finding> findings, IReadOnlyCollection<KnownDefect> ledger)
    {
        var stale = ledger.Where(e => !e.FoundBy.IsEmpty && !findings.Any(e.Foretells)).Select(Stale);
        return Mark(findings, ledger).Concat(stale);
    }

    /// <summary>Marks what the ledger foretells.</summary>
    public static IEnumerable<Finding> Mark(IEnumerable<Finding> findings, IReadOnlyCollection<KnownDefect> ledger) =>
        findings.Select(f => f with { KnownDefect = ledger.FirstOrDefault(e => e.Foretells(f))?.Id });

    private static bool Foretells(this KnownDefect entry, Finding finding) => entry.FoundBy.Contains(finding.Check) && entry.Subject == finding.Subject;

    private static Finding Stale(KnownDefect entry) => new()
    {
        Check = StaleName,
        Severity = Severity.Error,
        Subject = entry.Id,
        Position = entry.Position,
        Message = $"expected {string.Join(" or ", entry.FoundBy)} to find it for {entry.Subject}, found that none does",
        Fix = "remove the entry from the ledger, or its subject from the entry",
    };
}
