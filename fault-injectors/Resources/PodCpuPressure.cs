using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>
/// CPU time used up inside a container so that all that it uses is a share of its own quota: a loop that works while the cgroup's counter is behind that share
/// and rests while it is ahead, so that the container is hardly ever held back and still answers. Meanwhile the container has a weight with which other containers cannot
/// keep it from its quota. Effect and end are read from the same counter and the process table.
/// </summary>
public sealed class PodCpuPressure : IFault
{
    // $1 nanoseconds of CPU time per hundredth of a second, $2 hundredths of a second to live. What was missed in a stall is made up for up to half a second.
    private const string Script =
        """
        trap 'exit 0' TERM
        now() { read -r up _ < /proc/uptime; up=${up%.*}${up#*.}; }
        if [ -r /sys/fs/cgroup/cpuacct/cpuacct.usage ]; then
          used() { read -r ns < /sys/fs/cgroup/cpuacct/cpuacct.usage; }
        else
          used() { read -r _ ns < /sys/fs/cgroup/cpu.stat; ns=$((ns * 1000)); }
        fi
        now; used; born=$up; from=$up; start=$ns
        while [ $((up - born)) -lt "$2" ]; do
          now; used
          behind=$(((up - from) * $1 - (ns - start)))
          if [ $behind -gt $(($1 * 50)) ]; then
            start=$((start - behind + $1 * 50))
          fi
          if [ $behind -gt 0 ]; then
            i=0; while [ $i -lt 1000 ]; do i=$((i + 1)); done
          else
            sleep 0.02
          fi
        done
        """;

    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);
    private readonly PressureOptions _options;
    private readonly TimeProvider _time;
    private readonly PressingProcesses _pressing;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly CpuWeight _weight = new();
    private double _ownShare;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Target and strength.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PodCpuPressure(PressureOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time) = (options, time ?? TimeProvider.System);
        _pressing = new PressingProcesses(options.Target, Script, _time);
        var subject = $"{Name} on {_pressing.Subject}";
        _lifecycle = new FaultLifecycle(subject, MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "pod-cpu-pressure";

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
        var window = new CpuWindow(_pressing, _time);
        var what = string.Create(CultureInfo.InvariantCulture, $"CPU time of {_options.Share - _options.Tolerance:0.###} of the quota");
        return _wait.UntilHoldsAsync(what, EffectLimit, async token => CpuEffect.Judge(await window.ExtendAsync(token), _options, _pressing.Failure), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync(
            "the CPU time to be left alone", GoneLimit,
            async token => CpuEffect.JudgeGone(await new CpuWindow(_pressing, _time).ExtendAsync(token), _ownShare, await _pressing.LivingAsync(token), _options), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var before = await new CpuWindow(_pressing, _time).ExtendAsync(cancellationToken);
        if (before.Newest.CpuLimit is not { } cores)
        {
            throw new FaultException($"{_pressing.Subject} has no limit of CPU to be pressed against; give it one");
        }

        _ownShare = before.Share;
        const double nanosecondsPerHundredth = 1e7;
        var rate = (long)(_options.Share * cores * nanosecondsPerHundredth);
        var life = (long)Math.Ceiling(MaximumDuration.TotalSeconds * 100);
        await _weight.RaiseAsync(await _pressing.ContainerAsync(cancellationToken), cancellationToken);
        await _pressing.StartAsync([rate.ToString(CultureInfo.InvariantCulture), life.ToString(CultureInfo.InvariantCulture)], cancellationToken);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _pressing.StopAsync(cancellationToken);
        await _weight.RestoreAsync(cancellationToken);
    }
}
