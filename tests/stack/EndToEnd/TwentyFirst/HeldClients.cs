using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>Clients that connect to Redis and stay, as those of a pool that is never emptied do.</summary>
public sealed class HeldClients : IFault
{
    private const string Host = "127.0.0.1";
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(10);
    private readonly List<RedisConnection> _held = [];
    private readonly int _port;
    private readonly int _clients;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="port">Port of Redis on 127.0.0.1.</param>
    /// <param name="clients">How many stay, from 1 to 1,000.</param>
    /// <param name="maximumDuration">Longest life of the fault, wall time.</param>
    /// <param name="time">Clock.</param>
    public HeldClients(int port, int clients, TimeSpan maximumDuration, TimeProvider time)
    {
        new OptionErrors(nameof(HeldClients))
            .RequireRange(port, 1, 65535, nameof(port))
            .RequireRange(clients, 1, 1000, nameof(clients))
            .RequireTime(maximumDuration, FaultLimits.LongestDuration, nameof(maximumDuration))
            .ThrowIfAny();
        (_port, _clients, MaximumDuration) = (port, clients, maximumDuration);
        var subject = FormattableString.Invariant($"{Name} of Redis at {Host}:{port}");
        _lifecycle = new FaultLifecycle(subject, maximumDuration, ConnectAsync, LeaveAsync, time);
        _wait = new EffectWait(subject, time);
    }

    /// <inheritdoc/>
    public string Name => "redis-held-clients";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration { get; }

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync($"{_clients} clients", EffectLimit, token => JudgeAsync(count => count >= _clients, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the clients to be gone", EffectLimit, token => JudgeAsync(count => count < _clients, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        while (_held.Count < _clients)
        {
            _held.Add(await RedisConnection.ConnectAsync(Host, _port, cancellationToken));
        }
    }

    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in _held)
        {
            await connection.DisposeAsync();
        }

        _held.Clear();
    }

    // Redis' own count, and not what its exporter makes of it.
    private async Task<Judgement> JudgeAsync(Func<long, bool> isSo, CancellationToken cancellationToken)
    {
        await using var connection = await RedisConnection.ConnectAsync(Host, _port, cancellationToken);
        var count = (await connection.InfoAsync("clients", cancellationToken)).GetInt64("connected_clients");
        var evidence = FormattableString.Invariant($"INFO clients: connected_clients {count}");
        return isSo(count) ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
