using System.Globalization;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>
/// Reads, evenly spaced, of keys that are not there, as a client does whose keys were flushed or whose key scheme changed.
/// Effect and end are read from Redis' own counter of misses.
/// </summary>
public sealed class CacheMisses : IFault
{
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);

    private readonly CacheMissesOptions _options;
    private readonly TimeProvider _time;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly RedisObserver _observer;
    private RedisConnection? _reader;
    private BackgroundWork? _reading;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Target and strength.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public CacheMisses(CacheMissesOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _observer = new RedisObserver(ConnectAsync);
        var subject = $"{Name} on Redis at {options.Host}:{options.Port}";
        _lifecycle = new FaultLifecycle(subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "redis-cache-misses";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    private double LowestRate => _options.MissesPerSecond * _options.EffectiveShare;

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        var window = Window();
        return _wait.UntilHoldsAsync(
            FormattableString.Invariant($"at least {LowestRate:0.#} misses per second"), EffectLimit, token => JudgeAsync(window, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("misses to fall back", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        await _observer.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _reader = await ConnectAsync(cancellationToken);
        _reading = BackgroundWork.Start(stop => PacedCommands.SendAsync(_reader, _options.MissesPerSecond, new AbsentKeys().NextReads, _time, stop));
    }

    // The window grows with every reading: a stall of the machine, made up for afterwards, is no lack of effect.
    private async Task<Judgement> JudgeAsync(ReadingWindow<LookupReading> window, CancellationToken cancellationToken)
    {
        try
        {
            var (before, after, elapsed) = await window.ExtendAsync(cancellationToken);
            return LostReader() ?? CacheMissesEffect.Judge(before, after, elapsed, LowestRate);
        }
        catch (RedisConnectionException e)
        {
            return LostReader() ?? Judgement.NotYet(e.Message);
        }
    }

    private Judgement? LostReader() => _reading?.Failure is { } failure ? Judgement.Lost($"reading absent keys ended: {failure.Message}") : null;

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        var (before, after, elapsed) = await Window().ExtendAsync(cancellationToken);
        return CacheMissesEffect.JudgeGone(before, after, elapsed, LowestRate);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_reading is not null)
        {
            await _reading.DisposeAsync();
        }

        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }

        (_reading, _reader) = (null, null);
    }

    private ReadingWindow<LookupReading> Window() => new(token => _observer.AskAsync(LookupReading.ReadAsync, token), _time);

    private Task<RedisConnection> ConnectAsync(CancellationToken cancellationToken) =>
        RedisConnection.ConnectAsync(_options.Host, _options.Port, cancellationToken);

    // A name that nobody writes, another one each time.
    private sealed class AbsentKeys
    {
        private readonly string _series = Guid.NewGuid().ToString("N");
        private long _asked;

        public IReadOnlyList<IReadOnlyList<RedisValue>> NextReads(int count) =>
            [.. Enumerable.Range(0, count).Select(IReadOnlyList<RedisValue> (_) => ["GET", string.Create(CultureInfo.InvariantCulture, $"novacron-validation:absent:{_series}:{_asked++}")])];
    }
}
