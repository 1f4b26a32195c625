using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Short ways to write a judgement.</summary>
internal static class Results
{
    public static StageResult Pass(this IStage stage, string detail) => new(stage.Name, Outcome.Pass, detail);

    public static StageResult Inconclusive(this IStage stage, string detail) => new(stage.Name, Outcome.Inconclusive, detail);

    public static StageResult NotReached(this IStage stage, string detail) => new(stage.Name, Outcome.NotReached, detail);

    public static StageResult NotApplicable(this IStage stage, string detail) => new(stage.Name, Outcome.NotApplicable, detail);

    /// <summary>A failure for one or more shortcomings; their messages are its detail.</summary>
    public static StageResult Fail(this IStage stage, params IEnumerable<Shortcoming> shortcomings)
    {
        var all = shortcomings.ToImmutableArray();
        return new StageResult(stage.Name, Outcome.Fail, string.Join("; ", all.Select(s => s.Message).Distinct())) { Shortcomings = all };
    }
}
