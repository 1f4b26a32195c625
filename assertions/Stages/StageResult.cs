using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>A link of the chain, in the order in which they are judged.</summary>
public enum StageName
{
    /// <summary>Prometheus loads the rule.</summary>
    Loads,

    /// <summary>The rule says what the strategy promises.</summary>
    Contract,

    /// <summary>Silent while all is well, and just below the threshold.</summary>
    Silent,

    /// <summary>Fires in time, and not too early.</summary>
    Fires,

    /// <summary>Reaches exactly the promised receivers and channels, in time.</summary>
    Routes,

    /// <summary>What arrived can be read.</summary>
    Renders,

    /// <summary>Is inhibited where the strategy says so.</summary>
    Inhibits,

    /// <summary>Resolves in time, with the series there and on the good side.</summary>
    Resolves,

    /// <summary>Everyone who was told hears of the resolution.</summary>
    ResolutionDelivered,
}

/// <summary>What became of a stage.</summary>
public enum Outcome
{
    /// <summary>Proved.</summary>
    Pass,

    /// <summary>Disproved.</summary>
    Fail,

    /// <summary>An earlier stage ended the chain.</summary>
    NotReached,

    /// <summary>The strategy promises nothing here.</summary>
    NotApplicable,

    /// <summary>There is not enough evidence for either.</summary>
    Inconclusive,
}

/// <summary>The judgement of one stage. Seconds are documented time.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Detail">One sentence for people; on a failure it names expected and found.</param>
public sealed record StageResult(StageName Stage, Outcome Outcome, string Detail)
{
    /// <summary>Measured time, documented seconds.</summary>
    public double? MeasuredSeconds { get; init; }

    /// <summary>Earliest allowed, documented seconds.</summary>
    public double? EarliestSeconds { get; init; }

    /// <summary>Latest allowed, documented seconds.</summary>
    public double? LatestSeconds { get; init; }

    /// <summary>What the judgement rests on.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>On a failure, each thing that is wrong with its subject, so that a ledger entry can be matched to it.</summary>
    public ImmutableArray<Shortcoming> Shortcomings { get; init; } = [];

    /// <summary>Whether the judgement rests on something not having been seen, so that an observer's failure could have hidden the opposite. On a failure each shortcoming says so for itself.</summary>
    public bool RestsOnAbsence { get; init; }

    /// <summary>Identifiers of the ledger entries that foretold every shortcoming, comma-separated; null where one shortcoming was not foretold.</summary>
    public string? KnownDefect { get; init; }
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Subject">Alert, receiver or metric.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record Shortcoming(string Subject, string Message)
{
    /// <summary>Other subjects by which the ledger may name the same thing: the metrics of an alert's signal.</summary>
    public ImmutableArray<string> AlsoKnownAs { get; init; } = [];

    /// <summary>Whether it is an absence (nothing fired, nothing arrived), which a failed observer could have feigned.</summary>
    public bool Absence { get; init; }
}
