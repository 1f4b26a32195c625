namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Packets dropped where a pod receives them, by the kernel itself. Effect and end are read from the kernel's counters in the pod's network namespace.</summary>
public abstract class PacketDrop : IFault
{
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);

    private readonly NetworkHelper _helper;
    private readonly FaultTable _table;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly TimeSpan _effectLimit;
    private readonly List<string> _targets = [];
    private PacketCount? _lastProof;

    private protected PacketDrop(string name, string subject, NetworkHelper helper, TimeSpan effectLimit, TimeSpan maximumDuration, TimeProvider? time)
    {
        var clock = time ?? TimeProvider.System;
        (Name, MaximumDuration, _helper, _effectLimit) = (name, maximumDuration, helper, effectLimit);
        _table = new FaultTable(helper, subject);
        _lifecycle = new FaultLifecycle(subject, maximumDuration, StartAsync, StopAsync, clock);
        _wait = new EffectWait(subject, clock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public TimeSpan MaximumDuration { get; }

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

    /// <summary>What is dropped, completing "waited for …".</summary>
    private protected abstract string Effect { get; }

    /// <summary>Makes the table with its two rules: one that counts what arrives, one that counts what it drops.</summary>
    private protected abstract IReadOnlyList<string> AddCommand { get; }

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return _wait.UntilHoldsAsync(Effect, _effectLimit, token => _table.JudgeAsync(Judge, token), cancellationToken);
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
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the counters show the effect.</summary>
    /// <param name="lastProof">Counters at the last proof; null before the first.</param>
    /// <param name="now">Counters now; null when a rule is not there.</param>
    private protected abstract Judgement Judge(PacketCount? lastProof, PacketCount? now);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _lastProof = null;
        await _helper.StartAsync(cancellationToken);
        lock (_targets)
        {
            _targets.Add(_helper.Id!);
        }

        await _table.AddAsync(AddCommand, cancellationToken);
    }

    private Judgement Judge(string listing)
    {
        var now = NftTable.ParseCounters(listing);
        var judgement = Judge(_lastProof, now);
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
