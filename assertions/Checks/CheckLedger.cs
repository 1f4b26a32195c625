using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Compares findings with the ledger, in both directions: an entry that names checks must be found by one of them.</summary>
public static class CheckLedger
{
    /// <summary>Name under which an entry that is found no more is reported.</summary>
    public const string StaleName = "ledger/no-longer-found";

    /// <summary>Marks what the ledger foretells, and adds a finding for each entry, and for each text of one, that no check found.</summary>
    public static IEnumerable<Finding> Compare(ImmutableArray<Finding> findings, IReadOnlyCollection<KnownDefect> ledger)
    {
        var stale = ledger.Where(e => !e.FoundBy.IsEmpty && !findings.Any(e.Foretells)).ToList();
        var unsaid = from entry in ledger.GroupBy(e => e.Id)
                     where !entry.Any(stale.Contains)
                     from foundBy in entry.First().FoundBy
                     from text in foundBy.Says
                     // An entry with several subjects may say of each something else.
                     where !findings.Any(f => f.Check == foundBy.Check && entry.Any(e => e.Subject == f.Subject) && f.Message.Contains(text, StringComparison.Ordinal))
                     select Unsaid(entry.First(), foundBy.Check, text);
        return Mark(findings, ledger).Concat(stale.Select(Stale)).Concat(unsaid);
    }

    /// <summary>Marks what the ledger foretells.</summary>
    public static IEnumerable<Finding> Mark(IEnumerable<Finding> findings, IReadOnlyCollection<KnownDefect> ledger) =>
        findings.Select(f => f with { KnownDefect = ledger.FirstOrDefault(e => e.Foretells(f))?.Id });

    private static bool Foretells(this KnownDefect entry, Finding finding) =>
        entry.Subject == finding.Subject && entry.FoundBy.Any(f => f.Foretells(finding.Check, finding.Message));

    private static Finding Stale(KnownDefect entry) => Stale(
        entry, $"expected {string.Join(" or ", entry.FoundBy.Select(f => f.Check))} to find it for {entry.Subject}, found that none does", "remove the entry from the ledger, or its subject from the entry");

    private static Finding Unsaid(KnownDefect entry, string check, string text) =>
        Stale(entry, $"expected {check} to say \"{text}\", found that it does not", "correct or remove the text in the entry");

    private static Finding Stale(KnownDefect entry, string message, string fix) => new()
    {
        Check = StaleName,
        Severity = Severity.Error,
        Subject = entry.Id,
        Position = entry.Position,
        Message = message,
        Fix = fix,
    };
}
