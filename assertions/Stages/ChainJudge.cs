using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Judges all stages of an alert in order, and settles what depends on more than one of them.</summary>
/// <remarks>
/// <para>Not reached: a rule that does not load ends the chain. An alert that never fired after the fault leaves nothing to route, render, inhibit or resolve.
/// One that fired too early or too late has fired: its messages and its resolution are judged. One that fired already while all was well, and fails for it,
/// cannot be seen to fire because of the fault: that and all that follows is not reached.</para>
/// <para>Inhibition: it is tried at the end of the chain, when the alert is made to fire once more. Only <see cref="InhibitsStage"/> sees that phase.</para>
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
        var main = evidence.MainChain();
        var loads = Settle(Stages[0].Judge(main), evidence);
        if (loads.Outcome == Outcome.Fail)
        {
            return [loads, .. Stages.Skip(1).Select(s => s.NotReached($"the rule does not load: {loads.Detail}"))];
        }

        var results = Stages.Skip(1).Select(s => Settle(s.Judge(s.Name == StageName.Inhibits ? evidence : main), evidence)).ToArray();
        var timeline = CellTimeline.Of(main);
        if (FiredWhileAllWasWell(timeline, results))
        {
            const string reason = "the alert fired already while all was well, and still when the fault was injected, so that nothing it does after that is the fault's doing";
            return [loads, .. results.Select(r => r.Stage == StageName.Fires || NeedsFiring(r) ? new StageResult(r.Stage, Outcome.NotReached, reason) : r)];
        }

        var fires = results.Single(r => r.Stage == StageName.Fires);
        return [loads, .. results.Select(r => timeline.UnderTest is not null || !NeedsFiring(r) ? r : Unreached(r, fires))];
    }

    private static bool FiredWhileAllWasWell(CellTimeline timeline, IEnumerable<StageResult> results) =>
        timeline.FiringBefore is not null
        && results.Any(r => r is { Stage: StageName.Silent, Outcome: Outcome.Fail } && r.Shortcomings.Any(s => s.Subject == timeline.Evidence.Contract.Alert && !s.Absence));

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
