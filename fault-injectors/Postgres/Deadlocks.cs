namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// Sessions that update two rows in opposite order, over and over, so that PostgreSQL must end one of them each time.
/// The effect is read from the server's own statistics and must agree with what the sessions themselves were told.
/// </summary>
public sealed class Deadlocks : IFault
{
    /// <summary>What a round takes beside deadlock_timeout: 20 ms measured, and the rest for a busy machine.</summary>
    private static readonly TimeSpan RoundOverhead = TimeSpan.FromMilliseconds(500);

    /// <summary>PostgreSQL reports a backend's counters at most once a second (PGSTAT_MIN_INTERVAL); the rest is for a busy machine.</summary>
    private static readonly TimeSpan StatisticsLag = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan StillTime = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);

    private readonly DeadlockOptions _options;
    private readonly TimeProvider _time;
    private readonly DeadlockServer _server;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly List<DeadlockPair> _pairs = [];
    private BackgroundWork? _rounds;
    private bool _touched;
    private TimeSpan _deadlockTimeout;
    private long _atInjection;
    private long _lastSeen;
    private long _lastGrowth;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Where, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public Deadlocks(DeadlockOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _server) = (options, time ?? TimeProvider.System, new DeadlockServer(options));
        var subject = $"{Name} in {_server.Target}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "postgres-deadlocks";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        var what = $"deadlocks, at least {_options.RequiredDeadlocks} since injection and one since the last proof";
        return await _wait.UntilHoldsAsync(what, EffectLimit(), JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("deadlocks to stand still and their sessions and schema to be gone", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var observer = await _server.OpenObserverAsync(cancellationToken);
        _deadlockTimeout = await _server.DeadlockTimeoutAsync(observer, cancellationToken);
        if (_options.Interval is { } interval && interval <= _deadlockTimeout + RoundOverhead)
        {
            throw new FaultException($"{Name} in {_server.Target} could not be injected: a deadlock every {interval} cannot be kept with a deadlock_timeout of {_deadlockTimeout}");
        }

        _touched = true;
        await DeadlockTable.CreateAsync(observer, _options.Pairs, cancellationToken);
        for (var pair = 0; pair < _options.Pairs; pair++)
        {
            _pairs.Add(await DeadlockPair.OpenAsync(pair, _server.OpenSessionAsync, cancellationToken));
        }

        _atInjection = _lastSeen = await DeadlockServer.CountDeadlocksAsync(observer, cancellationToken);
        _lastGrowth = _time.GetTimestamp();
        DeadlockPair[] pairs = [.. _pairs];
        _rounds = BackgroundWork.Start(stop => RunAllAsync(pairs, stop));
    }

    // The first pair that fails ends them all: the fault is then weaker than asked for, which is a lost fault.
    private async Task RunAllAsync(DeadlockPair[] pairs, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = pairs.Select(pair => RunPairAsync(pair, stop.Token)).ToList();
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private async Task RunPairAsync(DeadlockPair pair, CancellationToken cancellationToken)
    {
        using var timer = _options.Interval is { } interval ? new PeriodicTimer(interval, _time) : null;
        do
        {
            await pair.RunRoundAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (timer is null || await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_rounds?.Failure is { } failure)
        {
            return Judgement.Lost($"a session failed otherwise than by a deadlock, and is not made again: {failure.Message}");
        }

        await using var observer = await _server.OpenObserverAsync(cancellationToken);
        var now = new DeadlockCount(await DeadlockServer.CountDeadlocksAsync(observer, cancellationToken), _pairs.Sum(pair => pair.Victims));
        var sinceGrowth = _time.GetElapsedTime(_lastGrowth);
        var judgement = DeadlockEffect.Judge(new DeadlockProof(_atInjection, _lastSeen, sinceGrowth), now, _options);
        if (judgement.Standing is Standing.Holds && now.Server > _lastSeen)
        {
            (_lastSeen, _lastGrowth) = (now.Server, _time.GetTimestamp());
        }

        return judgement;
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        await using var observer = await _server.OpenObserverAsync(cancellationToken);
        var before = await DeadlockServer.CountDeadlocksAsync(observer, cancellationToken);
        await Task.Delay(StillTime, _time, cancellationToken);
        var after = await DeadlockServer.CountDeadlocksAsync(observer, cancellationToken);
        var sessions = await DeadlockServer.CountSessionsAsync(observer, cancellationToken);
        return DeadlockEffect.JudgeGone(before, after, sessions, await DeadlockServer.SchemaExistsAsync(observer, cancellationToken));
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_rounds is not null)
        {
            await _rounds.DisposeAsync();
        }

        foreach (var pair in _pairs)
        {
            await pair.DisposeAsync();
        }

        if (_touched)
        {
            await using var observer = await _server.OpenObserverAsync(cancellationToken);
            await DeadlockTable.DropAsync(observer, cancellationToken);
        }

        _pairs.Clear();
        (_rounds, _touched) = (null, false);
    }

    private TimeSpan EffectLimit() =>
        ((_options.Interval ?? (_deadlockTimeout + RoundOverhead)) * ((_options.RequiredDeadlocks + _options.Pairs - 1) / _options.Pairs)) + _deadlockTimeout + StatisticsLag;
}
