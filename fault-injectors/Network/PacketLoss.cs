using NovaCron.Validation.Environments.Containers;

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
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly string _subject;
    private readonly List<string> _targets = [];
    private PacketCount? _lastProof;
    private bool _added;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which packets, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PacketLoss(PacketLossOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var clock = time ?? TimeProvider.System;
        (_options, _helper) = (options, new NetworkHelper(options));
        _subject = $"{Name} on UDP port {options.Port} of sandbox {options.SandboxId[..Math.Min(options.SandboxId.Length, 12)]}";
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
        return _wait.UntilHoldsAsync($"one packet in {_options.DropOneIn} to be dropped", _options.EffectLimit, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the rules to be gone", GoneLimit, JudgeGoneAsync, cancellationToken);
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

        if (NftTable.IsListed(Require(await _helper.ExecAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables")))
        {
            throw new FaultException($"{_subject} could not be injected: table inet {NftTable.Name} is there already, so another fault acts on the same pod; roll that back first");
        }

        _added = true;
        Require(await _helper.ExecAsync(NftTable.AddCommand(_options.Port, _options.DropOneIn), cancellationToken), "add the rules");
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        var listing = await _helper.ExecAsync(NftTable.ListCommand, cancellationToken);
        if (listing.ExitCode != 0)
        {
            return Judgement.Lost($"table inet {NftTable.Name} cannot be listed: {listing.Stderr.Trim()}");
        }

        var now = NftTable.ParseCounters(listing.Stdout);
        var judgement = PacketLossEffect.Judge(_lastProof, now, _options.DropOneIn);
        if (judgement.Standing is Standing.Holds)
        {
            _lastProof = now;
        }

        return judgement;
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        if (!await _helper.SandboxRunsAsync(cancellationToken))
        {
            return Judgement.Holds("the sandbox is gone, and its network namespace with it");
        }

        var tables = Require(await _helper.RunOnceAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables");
        return NftTable.IsListed(tables)
            ? Judgement.NotYet($"nft list tables: inet {NftTable.Name} is still there")
            : Judgement.Holds($"nft list tables: no inet {NftTable.Name}");
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        // A table that another fault made is not this one's to remove.
        if (_added && await _helper.SandboxRunsAsync(cancellationToken))
        {
            Require(await _helper.ExecOrRunAsync(NftTable.RemoveCommand, cancellationToken), "remove the rules");
            if (NftTable.IsListed(Require(await _helper.ExecOrRunAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables")))
            {
                throw new FaultException($"{_subject} could not be rolled back: table inet {NftTable.Name} is still there; remove the cell, which undoes every fault in it");
            }
        }

        await _helper.RemoveAsync(cancellationToken);
        _added = false;
    }

    private string Require(ExecResult result, string attempt) => result.ExitCode == 0
        ? result.Stdout
        : throw new FaultException($"{_subject}: nft could not {attempt}, exit code {result.ExitCode}: {result.Stderr.Trim()}");
}
