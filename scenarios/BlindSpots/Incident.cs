using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Plays an incident in one ready cell, and keeps what was done and when.</summary>
internal sealed class Incident(ScenarioCell context, CellWatch watch, TimeScale scale, WatchPlan plan, Action<string, TimeSpan> report)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan BackLimit = TimeSpan.FromSeconds(60);
    private readonly List<string> _evidence = [];
    private readonly List<string> _unproven = [];
    private readonly List<Blackout> _blackouts = [];

    /// <summary>What faults are made from.</summary>
    public ScenarioCell Context => context;

    /// <summary>Instants reached so far.</summary>
    public SpotPhases Phases { get; private set; } = new();

    /// <summary>Proofs that the faults gave so far.</summary>
    public ImmutableArray<string> FaultEvidence => [.. _evidence];

    /// <summary>Premises of the incident that did not come about.</summary>
    public ImmutableArray<string> Unproven => [.. _unproven];

    /// <summary>Times in which part of the pipeline itself was down.</summary>
    public ImmutableArray<Blackout> Blackouts => [.. _blackouts];

    /// <summary>Lets all be well for a time.</summary>
    public async Task QuietAsync(TimeSpan documented, CancellationToken cancellationToken)
    {
        report("quiet phase", scale.ToWall(documented));
        Phases = Phases with { QuietStart = Now };
        await DelayAsync(documented, cancellationToken);
    }

    /// <summary>Notes that nothing is observed any more.</summary>
    public void End() => Phases = Phases with { End = Now };

    /// <summary>The incident itself: a fault, what happens while it lasts, its end, and what comes after.</summary>
    public async Task WhileAsync(IFault fault, Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken)
    {
        await using var session = await BeginAsync(fault, cancellationToken);
        await session.WhileEffectiveAsync(meanwhile, cancellationToken);
        await EndAsync(session, cancellationToken);
        await RecoverAsync(cancellationToken);
    }

    /// <summary>Begins the incident.</summary>
    public async Task<FaultSession> BeginAsync(IFault fault, CancellationToken cancellationToken)
    {
        report($"fault {fault.Name}: watching who is told", scale.ToWall(plan.Watch));
        Phases = Phases with { Injected = Phases.Injected ?? Now };
        var session = await FaultSession.BeginAsync(fault, watch, context.Time, cancellationToken);
        Phases = Phases with { Effective = session.Effect.At };
        _evidence.Add($"effective: {session.Effect.Evidence}");
        return session;
    }

    /// <summary>Ends the incident.</summary>
    public async Task EndAsync(FaultSession session, CancellationToken cancellationToken)
    {
        Phases = Phases with { Removed = Now };
        await session.RollBackAsync();
        var gone = await session.VerifyGoneAsync(cancellationToken);
        Phases = Phases with { Gone = gone.At };
        _evidence.Add($"gone: {gone.Evidence}");
    }

    /// <summary>Watches for as long as an end could take to be told.</summary>
    public Task RecoverAsync(CancellationToken cancellationToken)
    {
        report("recovery", scale.ToWall(plan.Recovery));
        return DelayAsync(plan.Recovery, cancellationToken);
    }

    /// <summary>Takes part of the pipeline itself down, for as long as something else happens.</summary>
    /// <param name="who">prometheus or alertmanager.</param>
    /// <param name="fault">What takes it down.</param>
    /// <param name="meanwhile">What happens while it is down.</param>
    /// <param name="cancellationToken">Ends the call; the fault is rolled back first.</param>
    public async Task WithoutAsync(string who, IFault fault, Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken)
    {
        report($"{who} is down", TimeSpan.Zero);
        var from = Now;
        Phases = Phases with { Injected = Phases.Injected ?? from };
        await using var session = await FaultSession.BeginAsync(fault, watch, context.Time, cancellationToken);
        _evidence.Add($"{who} down: {session.Effect.Evidence}");
        await session.WhileEffectiveAsync(meanwhile, cancellationToken);
        await session.RollBackAsync();
        var back = await session.VerifyGoneAsync(cancellationToken);
        await UntilAsync($"{who} answers again", token => AnswersAsync(who, token), BackLimit, cancellationToken);
        _blackouts.Add(new Blackout(who, from, Now));
        _evidence.Add($"{who} back: {back.Evidence}");
    }

    /// <summary>Watches for as long as any alert of the configuration could take to tell.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) => DelayAsync(plan.Watch, cancellationToken);

    /// <summary>Lets documented time pass.</summary>
    public Task DelayAsync(TimeSpan documented, CancellationToken cancellationToken) => Task.Delay(scale.ToWall(documented), context.Time, cancellationToken);

    /// <summary>Waits until an alert is in a state.</summary>
    /// <param name="alert">Alert.</param>
    /// <param name="state">pending or firing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task UntilAsync(string alert, string state, CancellationToken cancellationToken) =>
        UntilAsync($"{alert} is {state}", token => IsAsync(alert, state, token), scale.ToWall(plan.Watch), cancellationToken);

    /// <summary>Waits until an alert fires no more.</summary>
    public Task UntilEndedAsync(string alert, CancellationToken cancellationToken) =>
        UntilAsync($"{alert} fires no more", async token => !await IsAsync(alert, "firing", token), scale.ToWall(plan.Watch), cancellationToken);

    /// <summary>Waits until somebody was told of an alert since the first fault.</summary>
    public Task UntilToldAsync(string alert, CancellationToken cancellationToken) =>
        UntilAsync($"somebody is told of {alert}", token => IsToldAsync(alert, token), scale.ToWall(plan.Watch), cancellationToken);

    private DateTimeOffset Now => context.Time.GetUtcNow();

    private async Task<bool> IsAsync(string alert, string state, CancellationToken cancellationToken) =>
        (await context.Cell.Prometheus.QueryAsync($"ALERTS{{alertname=\"{alert}\",alertstate=\"{state}\"}}", null, cancellationToken)).Length > 0;

    private async Task<bool> IsToldAsync(string alert, CancellationToken cancellationToken) =>
        (await context.Cell.Receivers.RequestsAsync(0, cancellationToken)).Any(r => r.ReceivedAt >= Phases.Injected && r.Body.Contains(alert, StringComparison.Ordinal));

    private async Task<bool> AnswersAsync(string who, CancellationToken cancellationToken) => who == "prometheus"
        ? await context.Cell.Prometheus.ReadyAsync(cancellationToken)
        : (await context.Cell.Alertmanager.StatusAsync(cancellationToken)).Ready;

    // A premise that does not come about within its time leaves the incident unproven; it goes on all the same, so that what happened can be seen.
    private async Task UntilAsync(string what, Func<CancellationToken, Task<bool>> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Poll, context.Time);
        var deadline = Now + limit;
        do
        {
            try
            {
                if (await condition(cancellationToken))
                {
                    return;
                }
            }
            catch (ObservationException) when (Now < deadline)
            {
                // It is asked again.
            }
        }
        while (Now < deadline && await timer.WaitForNextTickAsync(cancellationToken));
        _unproven.Add(FormattableString.Invariant($"waited {limit.TotalSeconds:0.#} s (wall) until {what}, in vain, so that the incident did not come about as meant"));
    }
}
