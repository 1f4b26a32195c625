using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>
/// New keys, evenly spaced, written into a Redis that is at maxmemory with an evicting policy, so that it must evict others.
/// Effect and end are read from Redis' own counter of evictions.
/// </summary>
public sealed class EvictionPressure : IFault
{
    private static readonly TimeSpan FillLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);
    private const string Keys = "evict";

    private readonly EvictionPressureOptions _options;
    private readonly TimeProvider _time;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly RedisObserver _observer;
    private readonly string _subject;
    private RedisConnection? _writer;
    private BackgroundWork? _writing;
    private bool _touched;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Target and strength.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public EvictionPressure(EvictionPressureOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _observer = new RedisObserver(ConnectAsync);
        _subject = $"{Name} on Redis at {options.Host}:{options.Port}";
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(_subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "redis-eviction-pressure";

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
        var what = FormattableString.Invariant($"at least {_options.KeysPerSecond * _options.EffectiveShare:0.#} evictions per second");
        var window = Window();
        return await _wait.UntilHoldsAsync(what, EffectLimit, token => JudgeAsync(window, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("evictions to stand still", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        await _observer.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _writer = await ConnectAsync(cancellationToken);
        var reading = await ReadAsync(cancellationToken);
        if (EvictionEffect.Obstacle(reading) is { } obstacle)
        {
            throw new FaultException($"{_subject} could not be injected: {obstacle}; set maxmemory and an evicting policy such as allkeys-lru");
        }

        var keys = new FaultKeys(Keys, _options.ValueBytes, _options.MaximumDuration + FaultKeys.LifetimeBeyondFault);
        _touched = true;
        await FillAsync(_writer, keys, reading, cancellationToken);
        _writing = BackgroundWork.Start(stop => PacedCommands.SendAsync(_writer, _options.KeysPerSecond, keys.NextWrites, _time, stop));
    }

    private async Task FillAsync(RedisConnection connection, FaultKeys keys, EvictionReading start, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < FillLimit)
        {
            var used = (await connection.InfoAsync("memory", cancellationToken)).GetInt64("used_memory");
            var batch = MemoryFill.NextBatch(used, start.MaximumMemory, _options.ValueBytes);
            var evicted = (await connection.InfoAsync("stats", cancellationToken)).GetInt64("evicted_keys");
            if (batch == 0 || evicted > start.EvictedKeys)
            {
                return;
            }

            await PacedCommands.SendBatchAsync(connection, keys.NextWrites(batch), cancellationToken);
        }

        throw new FaultException($"{_subject} could not be injected: its {start.MaximumMemory} bytes were not full after {FillLimit}; give it a lower maxmemory");
    }

    // The window grows with every reading: a stall of the machine, made up for afterwards, is no lack of effect.
    private async Task<Judgement> JudgeAsync(ReadingWindow<EvictionReading> window, CancellationToken cancellationToken)
    {
        try
        {
            var (before, after, elapsed) = await window.ExtendAsync(cancellationToken);
            return LostWriter() ?? EvictionEffect.Judge(before, after, elapsed, _options.KeysPerSecond * _options.EffectiveShare);
        }
        catch (RedisConnectionException e)
        {
            return LostWriter() ?? Judgement.NotYet(e.Message);
        }
    }

    private Judgement? LostWriter() => _writing?.Failure is { } failure ? Judgement.Lost($"writing new keys ended: {failure.Message}") : null;

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        var (before, after, elapsed) = await Window().ExtendAsync(cancellationToken);
        return EvictionEffect.JudgeGone(before, after, elapsed, await _observer.AskAsync((c, token) => FaultKeys.CountAsync(Keys, c, token), cancellationToken));
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_writing is not null)
        {
            await _writing.DisposeAsync();
        }

        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        if (_touched)
        {
            await _observer.AskAsync((c, token) => FaultKeys.DeleteAllAsync(Keys, c, token), cancellationToken);
        }

        (_writing, _writer, _touched) = (null, null, false);
    }

    private ReadingWindow<EvictionReading> Window() => new(ReadAsync, _time);

    private Task<EvictionReading> ReadAsync(CancellationToken cancellationToken) => _observer.AskAsync(EvictionReading.ReadAsync, cancellationToken);

    private Task<RedisConnection> ConnectAsync(CancellationToken cancellationToken) =>
        RedisConnection.ConnectAsync(_options.Host, _options.Port, cancellationToken);
}
