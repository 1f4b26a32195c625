using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// Sessions that update two rows in opposite order, over and over, so that PostgreSQL must end one of them each time.
/// The effect is read from the server's own statistics and must agree with what the sessions themselves were told.
/// </summary>
public sealed class Deadlocks : PostgresFault
{
    /// <summary>What a round takes beside deadlock_timeout: 20 ms measured, and the rest for a busy machine.</summary>
    private static readonly TimeSpan RoundOverhead = TimeSpan.FromMilliseconds(500);

    /// <summary>PostgreSQL reports a backend's counters at most once a second (PGSTAT_MIN_INTERVAL); the rest is for a busy machine.</summary>
    private static readonly TimeSpan StatisticsLag = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan StillTime = TimeSpan.FromSeconds(1.2);

    private readonly DeadlockOptions _options;
    private readonly List<DeadlockPair> _pairs = [];
    private BackgroundWork? _rounds;
    private bool _touched;
    private TimeSpan _deadlockTimeout;
    private long _atInjection;
    private long _lastSeen;
    private long _lastGrowth;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Where, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public Deadlocks(DeadlockOptions options, TimeProvider? time = null)
        : base("postgres-deadlocks", ServerOf(options), options.MaximumDuration, time) => _options = options;

    private protected override string Effect => $"deadlocks, at least {_options.RequiredDeadlocks} since injection and one since the last proof";

    private protected override TimeSpan EffectLimit =>
        ((_options.Interval ?? (_deadlockTimeout + RoundOverhead)) * ((_options.RequiredDeadlocks + _options.Pairs - 1) / _options.Pairs)) + _deadlockTimeout + StatisticsLag;

    private protected override string Gone => "deadlocks to stand still and their sessions and schema to be gone";

    private protected override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        _deadlockTimeout = _options.DeadlockTimeout ?? await DeadlockSessions.ServersTimeoutAsync(observer, cancellationToken);
        if (_options.Interval is { } interval && interval <= _deadlockTimeout + RoundOverhead)
        {
            throw new FaultException($"{Subject} could not be injected: a deadlock every {interval} cannot be kept with a deadlock_timeout of {_deadlockTimeout}");
        }

        _touched = true;
        await DeadlockTable.CreateAsync(observer, _options.Pairs, cancellationToken);
        for (var pair = 0; pair < _options.Pairs; pair++)
        {
            _pairs.Add(await DeadlockPair.OpenAsync(pair, OpenSessionAsync, cancellationToken));
        }

        _atInjection = _lastSeen = await DeadlockSessions.CountDeadlocksAsync(observer, cancellationToken);
        _lastGrowth = Time.GetTimestamp();
        _rounds = BackgroundWork.StartAll(_pairs.Select(pair => (Func<CancellationToken, Task>)(stop => RunPairAsync(pair, stop))));
    }

    private async Task RunPairAsync(DeadlockPair pair, CancellationToken cancellationToken)
    {
        using var timer = _options.Interval is { } interval ? new PeriodicTimer(interval, Time) : null;
        do
        {
            await pair.RunRoundAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (timer is null || await timer.WaitForNextTickAsync(cancellationToken));
    }

    private protected override async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_rounds?.Failure is { } failure)
        {
            return Judgement.Lost($"a session failed otherwise than by a deadlock, and is not made again: {failure.Message}");
        }

        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        var now = new DeadlockCount(await DeadlockSessions.CountDeadlocksAsync(observer, cancellationToken), _pairs.Sum(pair => pair.Victims));
        var sinceGrowth = Time.GetElapsedTime(_lastGrowth);
        var judgement = DeadlockEffect.Judge(new DeadlockProof(_atInjection, _lastSeen, sinceGrowth), now, _options);
        if (judgement.Standing is Standing.Holds && now.Server > _lastSeen)
        {
            (_lastSeen, _lastGrowth) = (now.Server, Time.GetTimestamp());
        }

        return judgement;
    }

    private protected override async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        var before = await DeadlockSessions.CountDeadlocksAsync(observer, cancellationToken);
        await Task.Delay(StillTime, Time, cancellationToken);
        var after = await DeadlockSessions.CountDeadlocksAsync(observer, cancellationToken);
        var sessions = await Server.CountSessionsAsync(observer, cancellationToken);
        return DeadlockEffect.JudgeGone(before, after, sessions, await DeadlockSessions.SchemaExistsAsync(observer, cancellationToken));
    }

    private protected override async Task StopAsync(CancellationToken cancellationToken)
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
            await using var observer = await Server.OpenObserverAsync(cancellationToken);
            await DeadlockTable.DropAsync(observer, cancellationToken);
        }

        _pairs.Clear();
        (_rounds, _touched) = (null, false);
    }

    private Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellationToken) => DeadlockSessions.OpenAsync(Server, _options.DeadlockTimeout, cancellationToken);

    private static PostgresServer ServerOf(DeadlockOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new PostgresServer(options.ConnectionString, DeadlockSessions.Name, PostgresServer.QuickCommand + (options.DeadlockTimeout ?? TimeSpan.Zero));
    }
}
