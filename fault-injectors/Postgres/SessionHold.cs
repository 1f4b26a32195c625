using System.Collections.Concurrent;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Real sessions, opened and held idle, that take a share of the server's max_connections. The effect is read from the server's own list of sessions.</summary>
public sealed class SessionHold : PostgresFault
{
    private const string SessionName = "novacron-validation-session-hold";
    private const string Count =
        $"""
        SELECT ARRAY[
          count(*) FILTER (WHERE application_name = '{SessionName}'),
          count(*),
          current_setting('max_connections')::int,
          current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true)::int, 0)]
        FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        """;

    /// <summary>Sessions that are opened at the same time.</summary>
    private const int OpenedAtOnce = 8;

    private readonly SessionHoldOptions _options;
    private readonly ConcurrentBag<NpgsqlConnection> _held = [];
    private int _sessions;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Where, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public SessionHold(SessionHoldOptions options, TimeProvider? time = null)
        : base("postgres-session-hold", ServerOf(options), options.MaximumDuration, time) => _options = options;

    private protected override string Effect => $"{_sessions} sessions to be held";

    private protected override TimeSpan EffectLimit => TimeSpan.FromSeconds(5);

    private protected override string Gone => "its sessions to be gone";

    private protected override async Task StartAsync(CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        _sessions = SessionHoldEffect.Sessions(_options.Share, before.Maximum);
        if (SessionHoldEffect.Obstacle(before, _sessions, _options.Room) is { } obstacle)
        {
            throw new FaultException($"{Subject} could not be injected: {obstacle}");
        }

        var opening = new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, _sessions, opening, async (_, token) => _held.Add(await Server.OpenSessionAsync(token)));
    }

    private protected override async Task StopAsync(CancellationToken cancellationToken)
    {
        while (_held.TryTake(out var session))
        {
            await session.DisposeAsync();
        }
    }

    private protected override async Task<Judgement> JudgeAsync(CancellationToken cancellationToken) =>
        SessionHoldEffect.Judge(await ReadAsync(cancellationToken), _sessions);

    private protected override async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken) =>
        SessionHoldEffect.JudgeGone(await ReadAsync(cancellationToken));

    private static PostgresServer ServerOf(SessionHoldOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new PostgresServer(options.ConnectionString, SessionName, PostgresServer.QuickCommand);
    }

    private async Task<SessionReading> ReadAsync(CancellationToken cancellationToken)
    {
        await using var observer = await Server.OpenObserverAsync(cancellationToken);
        var counts = await PostgresServer.AskAsync<long[]>(observer, Count, cancellationToken);
        return new SessionReading(counts[0], counts[1], counts[2], counts[3]);
    }
}
