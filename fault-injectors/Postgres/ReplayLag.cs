using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// A standby whose replay is paused, or kept a fixed time behind, while the primary is written to: without writes there is nothing to be behind with.
/// The effect is read from the standby's own functions.
/// </summary>
public sealed class ReplayLag : PostgresFault
{
    private const string SessionName = "novacron-validation-replay-lag";
    private const string Read =
        """
        SELECT recovering,
          CASE WHEN recovering THEN pg_get_wal_replay_pause_state() ELSE '' END,
          (SELECT setting::bigint FROM pg_settings WHERE name = 'recovery_min_apply_delay'),
          coalesce(pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(), false),
          extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float8
        FROM pg_is_in_recovery() AS recovering
        """;

    // One that was promoted replays no more, and cannot be told to resume.
    private const string Resume = "DO 'BEGIN IF pg_is_in_recovery() THEN PERFORM pg_wal_replay_resume(); END IF; END'";

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private readonly ReplayLagOptions _options;
    private bool _touched;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Which standby, and how far behind.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public ReplayLag(ReplayLagOptions options, TimeProvider? time = null)
        : base("postgres-replay-lag", ServerOf(options), options.MaximumDuration, time) => _options = options;

    private protected override string Effect => FormattableString.Invariant($"the standby to be {_options.RequiredLag.TotalSeconds:0.###} s behind a primary that is written to");

    private protected override TimeSpan EffectLimit => _options.RequiredLag + Slack;

    private protected override string Gone => "the standby to keep up again";

    private protected override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var standby = await Server.OpenSessionAsync(cancellationToken);
        if (!(await ReadAsync(standby, cancellationToken)).InRecovery)
        {
            throw new FaultException($"{Subject} could not be injected: pg_is_in_recovery() is false, so it is no standby");
        }

        _touched = true;
        await (_options.Delay is { } delay
            ? SetDelayAsync(standby, string.Create(CultureInfo.InvariantCulture, $"SET recovery_min_apply_delay = '{(long)delay.TotalMilliseconds}ms'"), cancellationToken)
            : PostgresServer.ExecuteAsync(standby, "SELECT pg_wal_replay_pause()", cancellationToken));
    }

    private protected override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_touched)
        {
            await using var standby = await Server.OpenSessionAsync(cancellationToken);
            await SetDelayAsync(standby, "RESET recovery_min_apply_delay", cancellationToken);
            await PostgresServer.ExecuteAsync(standby, Resume, cancellationToken);
        }

        _touched = false;
    }

    private protected override async Task<Judgement> JudgeAsync(CancellationToken cancellationToken) =>
        ReplayLagEffect.Judge(await ReadAsync(cancellationToken), _options);

    private protected override async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken) =>
        ReplayLagEffect.JudgeGone(await ReadAsync(cancellationToken));

    private static PostgresServer ServerOf(ReplayLagOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new PostgresServer(options.ConnectionString, SessionName, PostgresServer.QuickCommand);
    }

    // ALTER SYSTEM runs in no transaction, so each is a command of its own.
    private static async Task SetDelayAsync(NpgsqlConnection standby, string change, CancellationToken cancellationToken)
    {
        await PostgresServer.ExecuteAsync(standby, $"ALTER SYSTEM {change}", cancellationToken);
        await PostgresServer.ExecuteAsync(standby, "SELECT pg_reload_conf()", cancellationToken);
    }

    private async Task<ReplayReading> ReadAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        return await ReadAsync(observer, cancellationToken);
    }

    private static async Task<ReplayReading> ReadAsync(NpgsqlConnection standby, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read, standby);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ReplayReading(
                reader.GetBoolean(0),
                reader.GetString(1),
                TimeSpan.FromMilliseconds(reader.GetInt64(2)),
                reader.GetBoolean(3),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : TimeSpan.FromSeconds(reader.GetDouble(4)))
            : throw new FaultException("PostgreSQL answered a question about its replay with nothing");
    }
}
