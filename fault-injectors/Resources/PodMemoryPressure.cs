using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>
/// Memory held inside a container until its working set is a share of its own limit: <c>tail</c> keeps what <c>head</c> gave it, since the <c>sleep</c> behind it
/// reads nothing. Effect and end are read from the container's cgroup and process table.
/// </summary>
public sealed class PodMemoryPressure : IFault
{
    private const string Script =
        """
        trap 'wait; exit 0' TERM
        head -c "$1" /dev/zero | tail -c "$1" | sleep "$2" &
        wait
        """;

    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);
    private readonly PressureOptions _options;
    private readonly PressingProcesses _pressing;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private CgroupReading? _before;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Target and strength.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodMemoryPressure(PressureOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _pressing) = (options, new PressingProcesses(options.Target, Script, time ?? TimeProvider.System));
        var subject = $"{Name} on {_pressing.Subject}";
        _lifecycle = new FaultLifecycle(subject, MaximumDuration, StartAsync, _pressing.StopAsync, time ?? TimeProvider.System);
        _wait = new EffectWait(subject, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => "pod-memory-pressure";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.Target.MaximumDuration;

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        var what = string.Create(CultureInfo.InvariantCulture, $"a working set of {_options.Share - _options.Tolerance:0.###} of the limit");
        return _wait.UntilHoldsAsync(what, EffectLimit, async token => MemoryEffect.Judge(_before!, await _pressing.ReadAsync(token), _options, _pressing.Failure), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync(
            "the memory to be given back", GoneLimit,
            async token => MemoryEffect.JudgeGone(_before!, await _pressing.ReadAsync(token), await _pressing.LivingAsync(token), _options), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _before = await _pressing.ReadAsync(cancellationToken);
        var missing = MemoryEffect.Missing(_before, _options, _pressing.Subject);
        var seconds = (long)Math.Ceiling(MaximumDuration.TotalSeconds);
        await _pressing.StartAsync([missing.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)], cancellationToken);
    }
}
