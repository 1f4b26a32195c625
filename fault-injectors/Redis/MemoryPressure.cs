using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>Keys written into a Redis until its memory is filled to a share of maxmemory, and left there. Effect and end are read from Redis' own account of its memory.</summary>
public sealed class MemoryPressure : IFault
{
    private const string Keys = "fill";
    private static readonly TimeSpan FillLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);

    private readonly MemoryPressureOptions _options;
    private readonly TimeProvider _time;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly RedisObserver _observer;
    private readonly string _subject;
    private bool _touched;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Target and strength.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public MemoryPressure(MemoryPressureOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _observer = new RedisObserver(token => RedisConnection.ConnectAsync(options.Host, options.Port, token));
        _subject = $"{Name} on Redis at {options.Host}:{options.Port}";
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, FillAsync, EmptyAsync, _time);
        _wait = new EffectWait(_subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "redis-memory-pressure";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync(
            FormattableString.Invariant($"used_memory to be {_options.Share} of maxmemory"),
            EffectLimit,
            async token => MemoryEffect.Judge(await ReadAsync(token), _options.Share),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync(
            "used_memory to fall",
            GoneLimit,
            async token => MemoryEffect.JudgeGone(
                await ReadAsync(token), _options.Share, await _observer.AskAsync((c, t) => FaultKeys.CountAsync(Keys, c, t), token)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        await _observer.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var keys = new FaultKeys(Keys, _options.ValueBytes, _options.MaximumDuration + FaultKeys.LifetimeBeyondFault);
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < FillLimit)
        {
            var reading = await ReadAsync(cancellationToken);
            if (reading.Maximum <= 0)
            {
                throw new FaultException($"{_subject} could not be injected: its maxmemory is 0, no limit, so that there is no share of it; set maxmemory");
            }

            var batch = MemoryFill.NextBatch(reading.Used, (long)(reading.Maximum * _options.Share), _options.ValueBytes);
            if (batch == 0)
            {
                return;
            }

            _touched = true;
            await _observer.AskAsync((c, token) => WriteAsync(c, keys, batch, token), cancellationToken);
        }

        throw new FaultException($"{_subject} could not be injected: its memory was not filled after {FillLimit}; give it a lower maxmemory");
    }

    private static async Task<bool> WriteAsync(RedisConnection connection, FaultKeys keys, int count, CancellationToken cancellationToken)
    {
        await PacedCommands.SendBatchAsync(connection, keys.NextWrites(count), cancellationToken);
        return true;
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        if (_touched)
        {
            await _observer.AskAsync((c, token) => FaultKeys.DeleteAllAsync(Keys, c, token), cancellationToken);
            _touched = false;
        }
    }

    private Task<MemoryReading> ReadAsync(CancellationToken cancellationToken) => _observer.AskAsync(MemoryReading.ReadAsync, cancellationToken);
}
