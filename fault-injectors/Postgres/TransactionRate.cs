using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// Short transactions that read a row, committed over and over by a few sessions through a procedure, so that a commit costs the server next to nothing.
/// The effect is read from the server's own counter of commits.
/// </summary>
public sealed class TransactionRate : PostgresFault
{
    private const string SessionName = "novacron-validation-transaction-rate";
    private const string Schema = "novacron_validation_transactions";

    // A transaction that touches no table is not counted before its session ends, so each reads one row.
    private const string CreateSchema =
        $"""
        DROP SCHEMA IF EXISTS {Schema} CASCADE;
        CREATE SCHEMA {Schema};
        CREATE TABLE {Schema}.tick (id int PRIMARY KEY);
        INSERT INTO {Schema}.tick VALUES (1);
        CREATE PROCEDURE {Schema}.commit_often(times int) LANGUAGE plpgsql AS
          'BEGIN FOR i IN 1..times LOOP PERFORM 1 FROM {Schema}.tick WHERE id = 1; COMMIT; END LOOP; END';
        """;

    /// <summary>PostgreSQL's PGSTAT_MIN_INTERVAL: a backend reports its counters at most once a second.</summary>
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    /// <summary>Most commits of one call: a second's worth of one of four sessions at the greatest rate.</summary>
    private const int LargestBatch = 25_000;

    private readonly TransactionRateOptions _options;
    private BackgroundWork? _work;
    private bool _touched;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Where, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public TransactionRate(TransactionRateOptions options, TimeProvider? time = null)
        : base("postgres-transaction-rate", ServerOf(options), options.MaximumDuration, time) => _options = options;

    private protected override string Effect => string.Create(CultureInfo.InvariantCulture, $"at least {_options.PerSecond * _options.EffectiveShare:0} commits per second");

    private protected override TimeSpan EffectLimit => TimeSpan.FromSeconds(15);

    private protected override string Gone => "commits to fall back and its sessions and schema to be gone";

    private protected override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        _touched = true;
        await PostgresServer.ExecuteAsync(observer, CreateSchema, cancellationToken);
        _work = BackgroundWork.StartAll(Enumerable.Range(0, _options.Sessions)
            .Select(i => (Func<CancellationToken, Task>)(stop => CommitAsync(Report * i / _options.Sessions, stop))));
    }

    private protected override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_work is not null)
        {
            await _work.DisposeAsync();
        }

        if (_touched)
        {
            await using var observer = await Server.OpenObserverAsync(cancellationToken);
            await PostgresServer.ExecuteAsync(observer, $"DROP SCHEMA IF EXISTS {Schema} CASCADE", cancellationToken);
        }

        (_work, _touched) = (null, false);
    }

    // The window grows with every reading: a stall of the machine, made up for afterwards, is no lack of effect.
    private protected override Func<CancellationToken, Task<Judgement>> NewJudge()
    {
        var window = new ReadingWindow<long>(CountAsync, Time, 2 * Report);
        return async token =>
        {
            var (before, after, elapsed) = await window.ExtendAsync(token);
            return _work?.Failure is { } failure
                ? Judgement.Lost($"a session failed, and is not made again: {failure.Message}")
                : TransactionRateEffect.Judge(before, after, elapsed, _options.PerSecond * _options.EffectiveShare);
        };
    }

    private protected override Task<Judgement> JudgeAsync(CancellationToken cancellationToken) => NewJudge()(cancellationToken);

    private protected override async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        var (before, after, elapsed) = await new ReadingWindow<long>(CountAsync, Time, Report).ExtendAsync(cancellationToken);
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        var schemaExists = await PostgresServer.AskAsync<bool>(observer, $"SELECT to_regnamespace('{Schema}') IS NOT NULL", cancellationToken);
        return TransactionRateEffect.JudgeGone(before, after, elapsed, _options.PerSecond, await Server.CountSessionsAsync(observer, cancellationToken), schemaExists);
    }

    private static PostgresServer ServerOf(TransactionRateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new PostgresServer(options.ConnectionString, SessionName, PostgresServer.QuickCommand);
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        return await PostgresServer.AskAsync<long>(observer, "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", cancellationToken);
    }

    private async Task CommitAsync(TimeSpan offset, CancellationToken cancellationToken)
    {
        await Task.Delay(offset, Time, cancellationToken);
        await using var session = await Server.OpenSessionAsync(cancellationToken);
        var pace = new Pace(_options.PerSecond / _options.Sessions);
        var started = Time.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, Time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (pace.Take(Time.GetElapsedTime(started), LargestBatch) is > 0 and var due)
            {
                await using var call = new NpgsqlCommand($"CALL {Schema}.commit_often($1)", session) { Parameters = { new() { Value = due } } };
                await call.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
