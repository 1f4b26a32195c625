using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// A session that locks all rows of a table for a time, lets go, and locks them again, over and over, so that others' writes wait.
/// The effect is read from the server's own measurement of those statements.
/// </summary>
public sealed class RowLocks : PostgresFault
{
    private const string SessionName = "novacron-validation-row-locks";

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly RowLocksOptions _options;
    private IReadOnlyDictionary<long, StatementTime> _atInjection = new Dictionary<long, StatementTime>();
    private BackgroundWork? _work;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Which table, and for how long at a time.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public RowLocks(RowLocksOptions options, TimeProvider? time = null)
        : base("postgres-row-locks", ServerOf(options), options.MaximumDuration, time) => _options = options;

    private protected override string Effect => FormattableString.Invariant($"statements on {_options.Table} to take {_options.RequiredMean.TotalSeconds:0.###} s on average");

    private protected override TimeSpan EffectLimit => (3 * _options.Hold) + Slack;

    private protected override string Gone => "its locks and session to be gone and nobody to wait for them";

    private protected override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        if (!await PostgresServer.AskAsync<bool>(observer, $"SELECT to_regclass('{_options.Table}') IS NOT NULL", cancellationToken))
        {
            throw new FaultException($"{Subject} could not be injected: there is no table {_options.Table}");
        }

        _atInjection = await StatementsAsync(observer, cancellationToken);
        _work = BackgroundWork.Start(LockAsync);
    }

    private protected override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_work is not null)
        {
            await _work.DisposeAsync();
        }

        _work = null;
    }

    private protected override async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_work?.Failure is { } failure)
        {
            return Judgement.Lost($"the session failed, and is not made again: {failure.Message}");
        }

        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        var statements = await StatementsAsync(observer, cancellationToken);
        return RowLocksEffect.Judge(_atInjection, statements, await LocksAsync(observer, cancellationToken), _options.RequiredMean);
    }

    private protected override async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        return RowLocksEffect.JudgeGone(await LocksAsync(observer, cancellationToken), await Server.CountSessionsAsync(observer, cancellationToken));
    }

    private static PostgresServer ServerOf(RowLocksOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new PostgresServer(options.ConnectionString, SessionName, options.Hold + PostgresServer.QuickCommand);
    }

    // Rows and not the table: for a table's lock a statement waits before it is executed, and pg_stat_statements does not count that.
    // The pause is the client's: pg_sleep would be a slow statement itself.
    private async Task LockAsync(CancellationToken cancellationToken)
    {
        await using var session = await Server.OpenSessionAsync(cancellationToken);
        while (true)
        {
            await PostgresServer.ExecuteAsync(session, $"BEGIN; SELECT FROM {_options.Table} FOR UPDATE", cancellationToken);
            await Task.Delay(_options.Hold, Time, cancellationToken);
            var released = await PostgresServer.AskAsync<string>(session, "SELECT clock_timestamp()::text", cancellationToken);
            await PostgresServer.ExecuteAsync(session, "COMMIT", cancellationToken);
            await LetOthersThroughAsync(session, released, cancellationToken);
        }
    }

    // A row that is free goes to who comes first: those who have waited must have had it before it is locked again, or they would wait twice.
    // Only those: under steady traffic there is always somebody who has come since.
    private async Task LetOthersThroughAsync(NpgsqlConnection session, string released, CancellationToken cancellationToken)
    {
        var busy =
            $"""
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
              AND application_name NOT LIKE '{SessionName}%' AND query ILIKE '%{_options.Table}%' AND query_start < '{released}')
            """;
        while (await PostgresServer.AskAsync<bool>(session, busy, cancellationToken))
        {
            await Task.Delay(Poll, Time, cancellationToken);
        }
    }

    private async Task<IReadOnlyDictionary<long, StatementTime>> StatementsAsync(NpgsqlConnection observer, CancellationToken cancellationToken)
    {
        const string sql =
            """
            SELECT queryid, sum(calls)::bigint, sum(total_exec_time) / 1000 FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND query ILIKE '%' || $1 || '%' AND query NOT ILIKE '%for update%'
            GROUP BY queryid
            """;
        await using var command = new NpgsqlCommand(sql, observer) { Parameters = { new() { Value = _options.Table } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var statements = new Dictionary<long, StatementTime>();
        while (await reader.ReadAsync(cancellationToken))
        {
            statements[reader.GetInt64(0)] = new StatementTime(reader.GetInt64(1), reader.GetDouble(2));
        }

        return statements;
    }

    private async Task<LockReading> LocksAsync(NpgsqlConnection observer, CancellationToken cancellationToken)
    {
        var counts = await PostgresServer.AskAsync<long[]>(
            observer,
            $"""
            WITH own AS (SELECT pid FROM pg_stat_activity WHERE application_name = '{SessionName}')
            SELECT ARRAY[
              (SELECT count(*) FROM pg_locks JOIN own USING (pid) WHERE relation = to_regclass('{_options.Table}') AND mode = 'RowShareLock'),
              (SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pg_blocking_pids(pid) && ARRAY(SELECT pid FROM own))]
            """,
            cancellationToken);
        return new LockReading(counts[0], counts[1]);
    }
}
