namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>
/// One UDP packet in so many is dropped where a pod receives it, by the kernel itself. Effect and end are read from the
/// kernel's counters in the pod's network namespace.
/// </summary>
public sealed class PacketLoss : IFault
{
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);

    private readonly PacketLossOptions _options;
    private readonly NetworkHelper _helper;
    private readonly FaultTable _table;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly string _subject;
    private readonly List<string> _targets = [];
    private PacketCount? _lastProof;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which packets, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PacketLoss(PacketLossOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var clock = time ?? TimeProvider.System;
        (_options, _helper) = (options, new NetworkHelper(options.Engine, options.CellLabels, options.SandboxId, options.Image));
        _subject = $"{Name} on UDP port {options.Port} of sandbox {options.SandboxId[..Math.Min(options.SandboxId.Length, 12)]}";
        _table = new FaultTable(_helper, _subject);
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, StartAsync, StopAsync, clock);
        _wait = new EffectWait(_subject, clock);
    }

    /// <inheritdoc/>
    public string Name => "dwcp-packet-loss";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The helper; nothing of the pod dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets
    {
        get
        {
            lock (_targets)
            {
                return [.. _targets];
            }
        }
    }

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync($"one packet in {_options.DropOneIn} to be dropped", _options.EffectLimit, token => _table.JudgeAsync(Judge, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the rules to be gone", GoneLimit, _table.JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _lastProof = null;
        await _helper.StartAsync(cancellationToken);
        lock (_targets)
        {
            _targets.Add(_helper.Id!);
        }

        await _table.AddAsync(NftTable.AddCommand(_options.Port, _options.DropOneIn), cancellationToken);
    }

    private Judgement Judge(string listing)
    {
        var now = NftTable.ParseCounters(listing);
        var judgement = PacketLossEffect.Judge(_lastProof, now, _options.DropOneIn);
        if (judgement.Standing is Standing.Holds)
        {
            _lastProof = now;
        }

        return judgement;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _table.RemoveAsync(cancellationToken);
        await _helper.RemoveAsync(cancellationToken);
    }
}
