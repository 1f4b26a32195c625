using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// Idle connections of an ordinary role until the server refuses the next one, and one more whenever another client gives its own back.
/// The proof is the server's own refusal, SQLSTATE 53300.
/// </summary>
public sealed class ConnectionExhaustion : IFault
{
    /// <summary>application_name of the connections.</summary>
    public const string SessionName = "novacron-validation-connections";

    private const int ConnectSeconds = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);
    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly ConcurrentBag<NpgsqlConnection> _held = [];
    private BackgroundWork? _taking;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="connectionString">How to reach the database (Npgsql) as a role without reserved connections.</param>
    /// <param name="maximumDuration">Longest life of the fault, wall time.</param>
    /// <param name="time">Clock; the system's when null.</param>
    public ConnectionExhaustion(string connectionString, TimeSpan maximumDuration, TimeProvider? time = null)
    {
        (MaximumDuration, _time) = (maximumDuration, time ?? TimeProvider.System);
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = SessionName, Pooling = false, Timeout = ConnectSeconds };
        _connectionString = builder.ConnectionString;
        var subject = string.Create(CultureInfo.InvariantCulture, $"{Name} of PostgreSQL at {builder.Host}:{builder.Port}");
        _lifecycle = new FaultLifecycle(subject, maximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "postgres-connection-exhaustion";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync("the server to refuse a connection", EffectLimit, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the server to have no connection of the fault", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private Task StartAsync(CancellationToken cancellationToken)
    {
        _taking = BackgroundWork.Start(TakeAsync);
        return Task.CompletedTask;
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await OpenAsync(cancellationToken) is { } connection)
            {
                _held.Add(connection);
            }
            else
            {
                await Task.Delay(Pace, _time, cancellationToken);
            }
        }
    }

    // Null when the server has no connection left.
    private async Task<NpgsqlConnection?> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        if (_taking?.Failure is { } failure)
        {
            return Judgement.Lost($"connections are taken no more: {failure.Message}");
        }

        await using var one = await OpenAsync(cancellationToken);
        return one is null
            ? Judgement.Holds($"the server refuses a connection with SQLSTATE {PostgresErrorCodes.TooManyConnections}; {_held.Count} are held")
            : Judgement.NotYet($"the server still takes connections; {_held.Count} are held");
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        await using var observer = await OpenAsync(cancellationToken);
        if (observer is null)
        {
            return Judgement.NotYet("the server still refuses connections");
        }

        await using var command = new NpgsqlCommand($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{SessionName}' AND pid <> pg_backend_pid()", observer);
        var left = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        return left == 0 ? Judgement.Holds("pg_stat_activity: no connection of the fault") : Judgement.NotYet($"pg_stat_activity: {left} connections of the fault");
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_taking is not null)
        {
            await _taking.DisposeAsync();
        }

        while (_held.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }
    }
}
