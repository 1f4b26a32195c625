using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// A table that a session locks against writers over and over, as CREATE INDEX does (SHARE mode: readers pass), so that writers really wait
/// in the server's lock queue. Effect and end are read from the server's own view of its locks.
/// </summary>
public sealed class TableLock : IFault
{
    private const string SessionName = "novacron-validation-table-lock";
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);

    private readonly TableLockOptions _options;
    private readonly TimeProvider _time;
    private readonly PostgresServer _server;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private NpgsqlConnection? _locker;
    private NpgsqlConnection? _observer;
    private BackgroundWork? _rounds;
    private volatile Tuple<LockRound, long>? _last;
    private long _injected;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which table, and for how long at a time.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public TableLock(TableLockOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _server) = (options, time ?? TimeProvider.System, new PostgresServer(options.ConnectionString, SessionName, PostgresServer.QuickCommand));
        var subject = $"{Name} on {options.Table} in {_server.Target}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "postgres-table-lock";

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
        // Two rounds: the first may have begun just before a writer came.
        var limit = (2 * (_options.Hold + _options.Pause)) + TableLockEffect.Leeway;
        return await _wait.UntilHoldsAsync($"writers to wait for {_options.Table}", limit, _ => Task.FromResult(Judge()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("its session to end and writers to wait no more", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _locker = await _server.OpenSessionAsync(cancellationToken);
        _observer = await _server.OpenObserverAsync(cancellationToken);
        (_last, _injected) = (null, _time.GetTimestamp());
        var (locker, observer) = (_locker, _observer);
        // The first lock is part of the injection: a table that is not there, or a lock that cannot be had, is told at once.
        await LockAsync(locker, cancellationToken);
        _rounds = BackgroundWork.Start(stop => RunAsync(locker, observer, stop));
    }

    private async Task RunAsync(NpgsqlConnection locker, NpgsqlConnection observer, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(_options.Hold, _time, cancellationToken);
            var round = await LookAsync(observer, locker.ProcessID, cancellationToken);
            await PostgresServer.ExecuteAsync(locker, "COMMIT", cancellationToken);
            _last = Tuple.Create(round, _time.GetTimestamp());
            await Task.Delay(_options.Pause, _time, cancellationToken);
            await LockAsync(locker, cancellationToken);
        }
    }

    private Task LockAsync(NpgsqlConnection locker, CancellationToken cancellationToken) =>
        PostgresServer.ExecuteAsync(locker, $"BEGIN; LOCK TABLE {PostgresServer.Quote(_options.Table)} IN SHARE MODE", cancellationToken);

    private Task<LockRound> LookAsync(NpgsqlConnection observer, int locker, CancellationToken cancellationToken) => PostgresServer.AskAsync(
        observer,
        """
        SELECT count(*), coalesce(extract(epoch FROM max(clock_timestamp() - waitstart)), 0)::float8
        FROM pg_locks WHERE relation = quote_ident($1)::regclass AND NOT granted AND $2 = ANY (pg_blocking_pids(pid))
        """,
        row => new LockRound(row.GetInt64(0), TimeSpan.FromSeconds(row.GetDouble(1))),
        [_options.Table, locker],
        cancellationToken);

    private Judgement Judge()
    {
        if (_rounds?.Failure is { } failure)
        {
            return Judgement.Lost($"the session that locks failed, and is not made again: {failure.Message}");
        }

        var last = _last;
        return TableLockEffect.Judge(last?.Item1, _time.GetElapsedTime(last?.Item2 ?? _injected), _options);
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        await using var observer = await _server.OpenObserverAsync(cancellationToken);
        return await PostgresServer.AskAsync(
            observer,
            """
            SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1),
                   (SELECT count(*) FROM pg_locks WHERE relation = quote_ident($2)::regclass AND NOT granted)
            """,
            row => TableLockEffect.JudgeGone(row.GetInt64(0), row.GetInt64(1), _options.Table),
            [SessionName, _options.Table],
            cancellationToken);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_rounds is not null)
        {
            await _rounds.DisposeAsync();
        }

        // The server ends the open transaction, and with it the lock, when its session goes.
        foreach (var session in new[] { _locker, _observer })
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }
        }

        (_rounds, _locker, _observer) = (null, null, null);
    }
}
