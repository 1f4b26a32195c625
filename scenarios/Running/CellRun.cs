using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Leads one ready cell through its phases: quiet, just below, fault, recovery, and inhibition where that is promised.</summary>
internal sealed class CellRun(AlertScenario scenario, Cell cell, CellWatch watch, TimeScale scale, IProgress<CellProgress> progress, TimeProvider time)
{
    private readonly AlertContract _contract = scenario.Contract;
    private readonly PhasePlan _plan = PhasePlan.For(scenario, scale);
    private readonly PhaseLog _log = new(time);
    private readonly List<string> _faultEvidence = [];
    private ImmutableArray<StageName> _seen = [];

    /// <summary>Boundaries of the phases reached so far.</summary>
    public Phases Phases => _log.Phases;

    /// <summary>Proofs that the faults gave so far.</summary>
    public ImmutableArray<string> FaultEvidence => [.. _faultEvidence];

    /// <summary>Proofs of the same kind from the inhibition phase.</summary>
    public ImmutableArray<string> InhibitionEvidence { get; private set; } = [];

    /// <summary>Runs all phases.</summary>
    /// <exception cref="FaultException">A fault could not be injected, had no effect, or lost it.</exception>
    /// <exception cref="RollBackException">A fault could not be rolled back.</exception>
    public async Task RunAsync(CellObserver observer, CancellationToken cancellationToken)
    {
        var context = new ScenarioCell(cell, _plan.MaximumFault, time);
        try
        {
            await QuietAsync(cancellationToken);
            await JustBelowAsync(context, observer, cancellationToken);
            if (await FaultAsync(context, observer, cancellationToken) && scenario.Inhibitor is { } inhibitor)
            {
                await InhibitionAsync(inhibitor, context, observer, cancellationToken);
            }
        }
        finally
        {
            _log.Mark((p, at) => p with { End = at });
        }
    }

    private async Task QuietAsync(CancellationToken cancellationToken)
    {
        Report("quiet phase", _plan.Quiet);
        _log.Mark((p, at) => p with { QuietStart = at });
        await Task.Delay(_plan.Quiet, time, cancellationToken);
        _log.Mark((p, at) => p with { QuietEnd = at });
    }

    private async Task JustBelowAsync(ScenarioCell context, CellObserver observer, CancellationToken cancellationToken)
    {
        if (await scenario.CreateJustBelowAsync(context, cancellationToken) is not { } fault)
        {
            return;
        }

        Report("just below the threshold", _plan.JustBelowSettle + _plan.JustBelowHold);
        var isBrief = scenario.JustBelow is JustBelow.Brief;
        if (isBrief)
        {
            _log.Mark((p, at) => p with { JustBelowStart = at });
        }

        await using var session = await FaultSession.BeginAsync(fault, watch, time, cancellationToken);
        _faultEvidence.Add($"just below: {session.Effect.Evidence}");
        await (isBrief ? BlinkAsync(session, observer, cancellationToken) : session.WhileEffectiveAsync(HoldAsync, cancellationToken));
        _log.Mark((p, at) => p with { JustBelowEnd = at });
        await EndAsync(session, "just below, gone: ", cancellationToken);
    }

    // Bad for as short as one evaluation can see: it ends as soon as the rule has seen it, and long before for has passed.
    private async Task BlinkAsync(FaultSession session, CellObserver observer, CancellationToken cancellationToken)
    {
        var seen = scale.ToWall(2 * (_contract.ScrapeInterval + _contract.EvaluationInterval));
        await observer.UntilPendingAsync(time.GetUtcNow() + seen, cancellationToken);
        await session.RollBackAsync();
        await Task.Delay(_plan.JustBelowHold, time, cancellationToken);
    }

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_plan.JustBelowSettle, time, cancellationToken);
        _log.Mark((p, at) => p with { JustBelowStart = at });
        await Task.Delay(_plan.JustBelowHold, time, cancellationToken);
    }

    private async Task InhibitionAsync(Inhibitor inhibitor, ScenarioCell context, CellObserver observer, CancellationToken cancellationToken)
    {
        Report($"inhibition: {inhibitor.Contract.Alert} first, then the fault once more", Budget.LongestWaitForFiring(inhibitor.Contract, scale) + Budget.LongestWaitForFiring(_contract, scale));
        var phase = new InhibitionPhase(scenario, inhibitor, context, watch, scale, _plan.AfterDelivery, _log);
        try
        {
            await phase.RunAsync(observer, cancellationToken);
        }
        finally
        {
            InhibitionEvidence = phase.Evidence;
        }
    }

    // Whether the alert fired and resolved.
    private async Task<bool> FaultAsync(ScenarioCell context, CellObserver observer, CancellationToken cancellationToken)
    {
        var fault = await scenario.CreateFaultAsync(context, cancellationToken);
        Report($"fault {fault.Name}: waiting for the alert to fire", Budget.LongestWaitForFiring(_contract, scale));
        var injected = _log.Mark((p, at) => p with { FaultInjected = at });
        await using var session = await FaultSession.BeginAsync(fault, watch, time, cancellationToken);
        var effective = _log.Mark((p, at) => p with { FaultEffective = at }, session.Effect.At);
        _faultEvidence.Add($"effective: {session.Effect.Evidence}");

        var fired = false;
        var told = ImmutableHashSet<Channel>.Empty;
        await session.WhileEffectiveAsync(
            async token =>
            {
                fired = await observer.UntilFiringAsync(effective + Budget.LongestWaitForFiring(_contract, scale), token);
                told = fired ? await DeliveriesAsync(observer, injected, token) : told;
            },
            cancellationToken);

        Report("recovery", Budget.LongestWaitForResolution(_contract, scale));
        _log.Mark((p, at) => p with { FaultRemoved = at });
        await EndAsync(session, "gone: ", cancellationToken);
        return fired && await RecoveryAsync(observer, told, cancellationToken);
    }

    private async Task<ImmutableHashSet<Channel>> DeliveriesAsync(CellObserver observer, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var wait = Budget.LongestWaitForDelivery(_contract, scale);
        _seen = _seen.Add(StageName.Fires);
        Report("firing: waiting for every receiver", wait);
        var promised = _contract.Receivers.Select(r => r.Channel).ToImmutableHashSet();
        var reached = await observer.UntilDeliveredAsync(promised, after, time.GetUtcNow() + wait, cancellationToken);
        _seen = promised.IsSubsetOf(reached) ? _seen.Add(StageName.Routes) : _seen;
        Report("told: waiting for what nobody promised", _plan.AfterDelivery);
        // An unexpected message must have had the time to arrive, too.
        await Task.Delay(_plan.AfterDelivery, time, cancellationToken);
        return await observer.UntilDeliveredAsync([], after, time.GetUtcNow(), cancellationToken);
    }

    private async Task<bool> RecoveryAsync(CellObserver observer, ImmutableHashSet<Channel> told, CancellationToken cancellationToken)
    {
        var gone = _log.Phases.FaultGone!.Value;
        if (!await observer.UntilResolvedAsync(gone + Budget.LongestWaitForResolution(_contract, scale), cancellationToken))
        {
            return false;
        }

        var wait = Budget.LongestWaitForResolutionDelivery(_contract, scale);
        _seen = _seen.Add(StageName.Resolves);
        Report("resolved: waiting for every receiver to hear of it", wait);
        // The group may be told within the same interval in which Prometheus was still asked, so the clock starts at the roll-back.
        var reached = await observer.UntilDeliveredAsync(told, gone, time.GetUtcNow() + wait, cancellationToken);
        _seen = told.IsSubsetOf(reached) ? _seen.Add(StageName.ResolutionDelivered) : _seen;
        Report("resolved: waiting for two more evaluations", scale.ToWall(2 * _contract.EvaluationInterval));
        // An end is an evaluation without the alert: it must have been seen, and the one after it.
        await Task.Delay(scale.ToWall(2 * _contract.EvaluationInterval), time, cancellationToken);
        return true;
    }

    private async Task EndAsync(FaultSession session, string prefix, CancellationToken cancellationToken)
    {
        await session.RollBackAsync();
        var effect = await session.VerifyGoneAsync(cancellationToken);
        _faultEvidence.Add(prefix + effect.Evidence);
        if (_log.Phases.FaultRemoved is not null)
        {
            _log.Mark((p, at) => p with { FaultGone = at }, effect.At);
        }
    }

    private void Report(string phase, TimeSpan expected) => progress.Report(new CellProgress(_contract.Alert, phase, expected) { Seen = _seen });
}
