using System.Globalization;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>
/// Every DWCP datagram that arrives at a pod is held for a fixed time by a relay in the pod's network namespace, then handed on unchanged
/// and under its sender's address. The effect is read from the kernel's counters and from a PING of the way; the end from both, too.
/// </summary>
public sealed class PathDelay : IFault
{
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);

    private readonly PathDelayOptions _options;
    private readonly NetworkHelper _helper;
    private readonly FaultTable _table;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly string _subject;
    private readonly List<string> _targets = [];
    private Container? _relay;
    private HeldCount? _before;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which datagrams, and for how long.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PathDelay(PathDelayOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var clock = time ?? TimeProvider.System;
        _options = options;
        _helper = new NetworkHelper(options.Engine, options.CellLabels, options.SandboxId, options.Image);
        _subject = $"{Name} on UDP port {options.Port} of {options.Address}";
        _table = new FaultTable(_helper, _subject);
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, StartAsync, StopAsync, clock);
        _wait = new EffectWait(_subject, clock);
    }

    /// <inheritdoc/>
    public string Name => "dwcp-path-delay";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The fault's own containers; nothing of the pods dies or stops for it.</summary>
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
        return _wait.UntilHoldsAsync("every datagram to be held and handed on", _options.EffectLimit, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the way to be short again", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _before = null;
        await Task.WhenAll(_helper.StartAsync(cancellationToken), StartRelayAsync(cancellationToken));
        lock (_targets)
        {
            _targets.AddRange([_helper.Id!, _relay!.Id]);
        }

        await _table.AddAsync(PathDelayRules.AddCommand(_options.Port, _options.RelayPort), cancellationToken);
    }

    private async Task StartRelayAsync(CancellationToken cancellationToken)
    {
        _relay = await _options.Engine.StartAsync(Relay(), cancellationToken);
        await _relay.WaitUntilAsync(Wait.ForLog("^holding for"), cancellationToken);
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        var roundTrip = await ProbeAsync(cancellationToken);
        return await _table.JudgeAsync(listing => Judge(PathDelayRules.Parse(listing), roundTrip), cancellationToken);
    }

    private Judgement Judge(HeldCount? now, TimeSpan? roundTrip)
    {
        var judgement = PathDelayEffect.Judge(_before, now, roundTrip, _options.Hold);
        _before = now;
        return judgement;
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        var rules = await _table.JudgeGoneAsync(cancellationToken);
        return rules.Standing is Standing.Holds && await _helper.SandboxRunsAsync(cancellationToken)
            ? PathDelayEffect.JudgeGone(rules.Evidence, await ProbeAsync(cancellationToken), _options.Hold)
            : rules;
    }

    private async Task<TimeSpan?> ProbeAsync(CancellationToken cancellationToken) =>
        DwcpProbe.Parse(await _options.Engine.Container(_options.PeerSandboxId).ExecAsync(DwcpProbe.Command(_options.Address, _options.Port), cancellationToken));

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _table.RemoveAsync(cancellationToken);

        // After the rules: what the relay still holds has the time of their removal to be handed on.
        if (_relay is not null)
        {
            await _relay.RemoveAsync(cancellationToken);
            _relay = null;
        }

        await _helper.RemoveAsync(cancellationToken);
    }

    private ContainerSpec Relay() => new ContainerSpec
    {
        Image = _options.RelayImage,
        Name = $"novacron-validation-fault-delay-{Guid.NewGuid():N}",
        Command = ["delay"],
        NetworkNamespaceOf = _options.SandboxId,
        Capabilities = ["NET_RAW"],
        User = "0",
    }.WithLabels(_options.CellLabels).WithLabel(NetworkHelper.RoleLabel, NetworkHelper.Role).WithEnvironment(
    [
        new("LISTEN_PORT", Text(_options.RelayPort)),
        new("TARGET_ADDRESS", _options.Address),
        new("TARGET_PORT", Text(_options.Port)),
        new("HOLD_MILLISECONDS", Text((int)_options.Hold.TotalMilliseconds)),
    ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
