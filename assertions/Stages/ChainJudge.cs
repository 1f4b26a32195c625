using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Judges all stages of an alert in order, and settles what depends on more than one of them.</summary>
/// <remarks>
/// <para>Not reached: a rule that does not load ends the chain. An alert that never fired after the fault leaves nothing to route, render, inhibit or resolve.
/// One that fired too early or too late has fired: its messages and its resolution are judged.</para>
/// <para>Observer errors: what was seen stays seen. A judgement that rests on something not having been seen (silence, a missing firing or message, a receiver
/// that was told nothing) becomes inconclusive, a pass and a fail alike; a failure keeps the shortcomings that were seen.</para>
/// <para>Disturbances: no failure is replaced by them, since an alert must work on a bad day too, and a rerun is the runner's decision. A pass stands on
/// its own evidence, whose gaps each stage has judged already. They are listed in the evidence of what is not a pass.</para>
/// </remarks>
public static class ChainJudge
{
    /// <summary>The stages in order.</summary>
    public static ImmutableArray<IStage> Stages { get; } =
    [
        new LoadsStage(), new ContractStage(), new SilentStage(), new FiresStage(), new RoutesStage(),
        new RendersStage(), new InhibitsStage(), new ResolvesStage(), new ResolutionDeliveredStage(),
    ];

    /// <summary>Judges everything; one result per stage, in order.</summary>
    public static ImmutableArray<StageResult> Judge(CellEvidence evidence)
    {
        var loads = Settle(Stages[0].Judge(evidence), evidence);
        if (loads.Outcome == Outcome.Fail)
        {
            return [loads, .. Stages.Skip(1).Select(s => s.NotReached($"the rule does not load: {loads.Detail}"))];
        }

        var results = Stages.Skip(1).Select(s => Settle(s.Judge(evidence), evidence)).ToArray();
        var fires = results.Single(r => r.Stage == StageName.Fires);
        var fired = CellTimeline.Of(evidence).UnderTest is not null;
        return [loads, .. results.Select(r => fired || !NeedsFiring(r) ? r : Unreached(r, fires))];
    }

    private static StageResult Settle(StageResult result, CellEvidence evidence)
    {
        var hidden = SimulatedTime.Settle(Hide(result, evidence.ObserverErrors), evidence);
        return hidden.Outcome is Outcome.Fail or Outcome.Inconclusive && !evidence.Disturbances.IsEmpty
            ? hidden with { Evidence = [.. hidden.Evidence, .. evidence.Disturbances.Select(d => $"disturbance: {d}")] } : hidden;
    }

    private static StageResult Hide(StageResult result, ImmutableArray<string> errors)
    {
        if (errors.IsEmpty)
        {
            return result;
        }

        var seen = result.Shortcomings.Where(s => !s.Absence).ToImmutableArray();
        var kept = result.Outcome switch
        {
            Outcome.Fail when seen.Length == result.Shortcomings.Length && !result.RestsOnAbsence => result,
            Outcome.Fail when seen.Length > 0 => result with { Shortcomings = seen, Detail = string.Join("; ", seen.Select(s => s.Message).Distinct()) },
            Outcome.Fail => Doubt(result, errors),
            Outcome.Pass when result.RestsOnAbsence => Doubt(result, errors),
            _ => result,
        };
        return kept with { Evidence = [.. kept.Evidence, .. errors.Select(e => $"observer error: {e}")] };
    }

    private static StageResult Doubt(StageResult result, ImmutableArray<string> errors) => result with
    {
        Outcome = Outcome.Inconclusive,
        Shortcomings = [],
        Detail = $"an observer failed ({string.Join("; ", errors)}) and may have hidden the opposite of: {result.Detail}",
    };

    // An inhibition that nobody promised was seen without a firing of ours under test; such a failure stays.
    private static bool NeedsFiring(StageResult result) => result.Stage is StageName.Routes or StageName.Renders or StageName.Resolves or StageName.ResolutionDelivered
        || (result is { Stage: StageName.Inhibits, Outcome: Outcome.Inconclusive });

    private static StageResult Unreached(StageResult result, StageResult fires) =>
        new(result.Stage, Outcome.NotReached, fires.Outcome == Outcome.Fail ? "the alert did not fire" : $"the alert was not seen to fire after the fault: {fires.Detail}");
}
