using System.Globalization;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>Redis told to have no memory limit (<c>CONFIG SET maxmemory 0</c>), as a server is that nobody has configured.</summary>
public sealed class MaxmemoryUnset : IFault
{
    private const string Parameter = "maxmemory";
    private const string Unlimited = "0";
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);
    private readonly int _port;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private string? _before;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="port">Port of Redis on 127.0.0.1.</param>
    /// <param name="maximumDuration">Longest life of the fault, wall time.</param>
    /// <param name="time">Clock; the system's when null.</param>
    public MaxmemoryUnset(int port, TimeSpan maximumDuration, TimeProvider? time = null)
    {
        (_port, MaximumDuration) = (port, maximumDuration);
        var subject = string.Create(CultureInfo.InvariantCulture, $"{Name} of Redis at 127.0.0.1:{port}");
        _lifecycle = new FaultLifecycle(subject, maximumDuration, UnsetAsync, SetAsync, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "redis-maxmemory-unset";

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
        return _wait.UntilHoldsAsync("maxmemory to be 0", ReadLimit, token => JudgeAsync(Unlimited, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("maxmemory to be what it was", ReadLimit, token => JudgeAsync(_before!, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task UnsetAsync(CancellationToken cancellationToken)
    {
        await using var connection = await RedisConnection.ConnectAsync("127.0.0.1", _port, cancellationToken);
        _before = await connection.ConfigGetAsync(Parameter, cancellationToken);
        if (_before == Unlimited)
        {
            throw new FaultException($"{Name}: Redis has no memory limit already, so that taking it away would show nothing; give it one");
        }

        await connection.ExecuteAsync(["CONFIG", "SET", Parameter, Unlimited], cancellationToken);
    }

    private async Task SetAsync(CancellationToken cancellationToken)
    {
        if (_before is { } before && before != Unlimited)
        {
            await using var connection = await RedisConnection.ConnectAsync("127.0.0.1", _port, cancellationToken);
            await connection.ExecuteAsync(["CONFIG", "SET", Parameter, before], cancellationToken);
        }
    }

    private async Task<Judgement> JudgeAsync(string wanted, CancellationToken cancellationToken)
    {
        await using var connection = await RedisConnection.ConnectAsync("127.0.0.1", _port, cancellationToken);
        var value = await connection.ConfigGetAsync(Parameter, cancellationToken);
        return value == wanted ? Judgement.Holds($"CONFIG GET maxmemory: {value}") : Judgement.NotYet($"CONFIG GET maxmemory: {value}, not {wanted}");
    }
}
