using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.FaultInjectors;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>
/// The end of a cell whose alert another one inhibits: first the inhibitor's fault, until its alert fires, then the alert's own fault once more, until it fires under
/// the inhibitor; Alertmanager is asked what it makes of it for as long as a message would take. Then both are rolled back.
/// </summary>
internal sealed class InhibitionPhase(
    AlertScenario scenario, Inhibitor inhibitor, ScenarioCell context, ICellWatch watch, TimeScale scale, TimeSpan afterFiring, PhaseLog log)
{
    private readonly List<string> _evidence = [];

    /// <summary>Proofs that the two faults gave so far.</summary>
    public ImmutableArray<string> Evidence => [.. _evidence];

    /// <summary>Runs the phase; both faults are rolled back when it ends, however it ends.</summary>
    /// <exception cref="FaultException">A fault could not be injected, had no effect, or lost it.</exception>
    /// <exception cref="RollBackException">A fault could not be rolled back.</exception>
    public async Task RunAsync(CellObserver observer, CancellationToken cancellationToken)
    {
        log.Mark((p, at) => p with { InhibitionStart = at });
        await using var source = await BeginAsync(await inhibitor.CreateFaultAsync(context, cancellationToken), cancellationToken);
        await source.WhileEffectiveAsync(
            async token =>
            {
                if (await observer.UntilFiringAsync(inhibitor.Contract.Alert, source.Effect.At + Budget.LongestWaitForFiring(inhibitor.Contract, scale), token))
                {
                    await UnderInhibitorAsync(observer, token);
                }
            },
            cancellationToken);
        await EndAsync(source, cancellationToken);
    }

    private async Task UnderInhibitorAsync(CellObserver observer, CancellationToken cancellationToken)
    {
        await using var own = await BeginAsync(await scenario.CreateInhibitedFaultAsync(context, cancellationToken), cancellationToken);
        await own.WhileEffectiveAsync(
            async token =>
            {
                await observer.UntilFiringAsync(own.Effect.At + Budget.LongestWaitForFiring(scenario.Contract, scale), token);
                await observer.UntilDeliveredAsync([], own.Effect.At, context.Time.GetUtcNow() + afterFiring, token);
            },
            cancellationToken);
        await EndAsync(own, cancellationToken);
    }

    private async Task<FaultSession> BeginAsync(IFault fault, CancellationToken cancellationToken)
    {
        var session = await FaultSession.BeginAsync(fault, watch, context.Time, cancellationToken);
        _evidence.Add($"{fault.Name}, effective: {session.Effect.Evidence}");
        return session;
    }

    private async Task EndAsync(FaultSession session, CancellationToken cancellationToken)
    {
        log.Mark((p, at) => p with { InhibitionEnd = p.InhibitionEnd ?? at });
        await session.RollBackAsync();
        _evidence.Add($"gone: {(await session.VerifyGoneAsync(cancellationToken)).Evidence}");
    }
}
