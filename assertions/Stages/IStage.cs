using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Judges one link of the chain from evidence alone: pure, so that the same evidence always gives the same judgement.</summary>
public interface IStage
{
    /// <summary>Which link.</summary>
    StageName Name { get; }

    /// <summary>Judges it as if every earlier link held; <see cref="ChainJudge"/> says what was not reached.</summary>
    StageResult Judge(CellEvidence evidence);
}
