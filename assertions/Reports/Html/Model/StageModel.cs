using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>A stage of an alert.</summary>
public sealed record StageModel
{
    /// <summary>Which one.</summary>
    public required StageName Name { get; init; }

    /// <summary>Result; null where the file has none.</summary>
    public required StageEntry? Entry { get; init; }

    /// <summary>How it is shown.</summary>
    public required Mark Mark { get; init; }

    /// <summary>Its place in the page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The lines of the configuration that a failure is about.</summary>
    public required ImmutableArray<QuoteEntry> Quotes { get; init; }

    /// <summary>Identifiers of the ledger entries that foretold the failure.</summary>
    public ImmutableArray<string> Ledger => Ids(Entry?.KnownDefect);

    /// <summary>The name for people.</summary>
    public string Title => Names.Of(Name);

    /// <summary>Whether it was not reached for the reason that the stage before says already.</summary>
    public bool IsSameReason { get; init; }

    /// <summary>What is said about it.</summary>
    public string Detail => Entry is not { Detail.Length: > 0 } entry ? "the result has nothing about this stage" : IsSameReason ? "for the same reason" : entry.Detail;

    /// <summary>The model of a stage.</summary>
    public static StageModel Of(AlertEntry alert, StageEntry? entry, StageName name, string alertAnchor, RunResult run) => new()
    {
        Name = name,
        Entry = entry,
        Mark = Mark.Of(entry),
        Anchor = $"{alertAnchor}/{Names.Of(name)}",
        IsSameReason = entry is { Outcome: Outcome.NotReached } && alert.Stages.FirstOrDefault(s => s.Stage == name - 1) is { Outcome: Outcome.NotReached } before && before.Detail == entry.Detail,
        Quotes = entry is { Outcome: Outcome.Fail } ? [.. run.Quotes.Where(q => entry.Subjects.Contains(q.Subject) && BelongsHere(q, alert, entry, run))] : [],
    };

    // A new defect has no other place. A known one's lines stand with its ledger entry; the alert's own are shown here too, if it is they that are at fault.
    private static bool BelongsHere(QuoteEntry quote, AlertEntry alert, StageEntry entry, RunResult run)
    {
        var ledger = run.Defects.Where(d => Ids(entry.KnownDefect).Contains(d.Id)).ToArray();
        return entry.KnownDefect is null || (quote.Subject == alert.Alert && (ledger.Length == 0 || ledger.Any(d => d.Subjects.Contains(quote.Subject))));
    }

    /// <summary>The identifiers in a comma-separated list.</summary>
    internal static ImmutableArray<string> Ids(string? list) =>
        list is null ? [] : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
