using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Mutations;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes <c>check.json</c>.</summary>
public static class CheckJson
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.json";

    /// <summary>Version of the file's form.</summary>
    public const string CurrentSchema = "novacron-validation/check/1";

    /// <summary>The content of the file.</summary>
    public static string Serialize(CheckResult result, ExitCode exitCode) => JsonSerializer.Serialize(
        new Document(
            CurrentSchema, result.Configuration, result.Wall.TotalSeconds, [.. result.Findings.Select(FindingEntry.Of)], result.Silenced,
            result.Simulation is { } simulation ? new SimulationEntry(simulation.Cases, simulation.Failed) : null,
            result.Mutation is { } mutation ? MutationEntry.Of(mutation) : null,
            result.Recipients?.Select(RecipientsEntry.Of).ToImmutableArray(),
            result.Against?.Name, result.Against?.Differences.Select(DifferenceEntry.Of).ToImmutableArray(), (int)exitCode),
        RunJson.Options) + "\n";

    private sealed record Document(
        string Schema, string Configuration, double WallSeconds, ImmutableArray<FindingEntry> Findings, int Silenced,
        SimulationEntry? Simulation, MutationEntry? Mutation, ImmutableArray<RecipientsEntry>? Recipients, string? Against, ImmutableArray<DifferenceEntry>? Differences, int ExitCode);

    private sealed record SimulationEntry(int Cases, ImmutableArray<string> Failed);

    private sealed record MutationEntry(
        int Mutants, int Caught, double Score, ImmutableSortedDictionary<string, int> CaughtBy, ImmutableArray<string> Equivalent, ImmutableArray<string> Missed)
    {
        public static MutationEntry Of(MutationResult result) => new(
            result.Mutants.Length, result.Caught.Count(), result.Score,
            result.Caught.GroupBy(m => m.CaughtBy!).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            [.. result.Equivalent.Select(m => $"{m.Mutant}: {m.EquivalentBecause}")], [.. result.Missed.Select(m => m.Mutant.ToString())]);
    }

    private sealed record DifferenceEntry(string Kind, string Subject, string File, int Line, int Column, string Message)
    {
        public static DifferenceEntry Of(Difference difference) => new(
            difference.Kind, difference.Subject, difference.Position.File, difference.Position.Line, difference.Position.Column, difference.Message);
    }
}
