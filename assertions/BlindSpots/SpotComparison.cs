using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>A judged blind spot beside what the configuration foretells of it.</summary>
/// <param name="Promise">What somebody ought to be told.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Foretold">The outcome that is foretold; null when nothing is.</param>
public sealed record JudgedSpot(SpotPromise Promise, SpotVerdict Verdict, string? Foretold)
{
    /// <summary>The outcome as files and people see it.</summary>
    public string Outcome => SpotComparison.NameOf(Verdict.Outcome);

    /// <summary>Whether it came otherwise than foretold. Strict in both directions: a gap that is closed is one, too. What is not proved is none.</summary>
    public bool Changed => Foretold is not null && Verdict.Outcome != SpotOutcome.Inconclusive && Foretold != Outcome;
}

/// <summary>Compares what came with what was foretold, and draws the exit code.</summary>
public static class SpotComparison
{
    /// <summary>Name of an outcome, as files and people see it.</summary>
    public static string NameOf(SpotOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    /// <summary>Compares.</summary>
    public static ImmutableArray<JudgedSpot> Compare(IEnumerable<(SpotPromise Promise, SpotVerdict Verdict)> judged, ForetoldBlindSpots foretold) =>
        [.. judged.Select(j => new JudgedSpot(j.Promise, j.Verdict, foretold.Entries.FirstOrDefault(e => e.Spot == j.Promise.Spot)?.Outcome))];

    /// <summary>The first that applies: 5, 3, 4, 1, 6, 0. A run without a blind spot proved nothing, hence 6.</summary>
    /// <param name="facts">What kept cells from their end.</param>
    /// <param name="spots">The judged blind spots.</param>
    public static ExitCode ExitCodeOf(RunFacts facts, IReadOnlyCollection<JudgedSpot> spots) => facts switch
    {
        { RollBackFailed: true } => ExitCode.RollBack,
        { EnvironmentLost: true } => ExitCode.Environment,
        { FaultPowerless: true } => ExitCode.Fault,
        _ when spots.Any(s => s.Changed) => ExitCode.Defects,
        _ when spots.Count == 0 || spots.Any(s => s.Verdict.Outcome == SpotOutcome.Inconclusive) => ExitCode.Inconclusive,
        _ => ExitCode.AsExpected,
    };
}
