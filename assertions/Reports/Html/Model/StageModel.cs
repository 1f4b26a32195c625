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

    /// <summary>Whether there is something to read about it beyond that nothing happened.</summary>
    public bool IsTold => Entry is { Outcome: not (Outcome.NotReached or Outcome.NotApplicable) };

    /// <summary>The model of a stage.</summary>
    public static StageModel Of(AlertEntry alert, StageEntry? entry, StageName name, string alertAnchor, RunResult run) => new()
    {
        Name = name,
        Entry = entry,
        Mark = Mark.Of(entry),
        Anchor = $"{alertAnchor}/{Names.Of(name)}",
        // A receiver's lines are the same for every alert that it fails: those stand with the ledger entry. A new defect has no other place.
        Quotes = entry is not { Outcome: Outcome.Fail } ? []
            : [.. run.Quotes.Where(q => entry.Subjects.Contains(q.Subject) && (q.Subject == alert.Alert || entry.KnownDefect is null))],
    };

    /// <summary>The identifiers in a comma-separated list.</summary>
    internal static ImmutableArray<string> Ids(string? list) =>
        list is null ? [] : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
