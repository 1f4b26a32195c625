using System.Globalization;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.FaultInjectors.Dwcp;

/// <summary>
/// A further NovaCron API, of no Deployment and scraped by nobody, opens DWCP streams to one pod and sends on them. The effect is read
/// from the pod's own list of open streams and from the peer's kernel; the end from the pod's list.
/// </summary>
public sealed class DwcpPeer : IFault
{
    private const int NotFound = 404;
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(3);

    private readonly DwcpPeerOptions _options;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly string _subject;
    private readonly List<string> _targets = [];
    private Container? _peer;
    private string _peerAddress = "";
    private PeerReading? _lastProof;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">What the peer does, and to whom.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public DwcpPeer(DwcpPeerOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var clock = time ?? TimeProvider.System;
        _options = options;
        _subject = $"{Name} on pod {options.Address}";
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, StartAsync, StopAsync, clock);
        _wait = new EffectWait(_subject, clock);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>The peer; nothing of the pod dies or stops for this fault.</summary>
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
        return _wait.UntilHoldsAsync("the peer's streams to be open and to carry packets", _options.EffectLimit, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the peer's streams to be closed", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _lastProof = null;
        _peer = await _options.Engine.StartAsync(Peer(), cancellationToken);
        lock (_targets)
        {
            _targets.Add(_peer.Id);
        }

        _peerAddress = (await _peer.InspectAsync(cancellationToken)).Addresses[_options.Network.Name];
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        var sent = await _peer!.ExecAsync(SentBytes.Command, cancellationToken);
        var now = new PeerReading(await StreamsAsync(cancellationToken), SentBytes.Parse(Require(sent)));
        var judgement = DwcpPeerEffect.Judge(_lastProof, now, _options);
        if (judgement.Standing is Standing.Holds)
        {
            _lastProof = now;
        }

        return judgement;
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        var left = await StreamsAsync(cancellationToken);
        return left.Count == 0
            ? Judgement.Holds($"the pod lists no stream of the peer {_peerAddress}")
            : Judgement.NotYet($"the pod still lists {left.Count} streams of the peer {_peerAddress}");
    }

    private async Task<PodStreams> StreamsAsync(CancellationToken cancellationToken)
    {
        var command = PodStreams.Command(_options.Address, _options.ApiPort);
        return PodStreams.Parse(Require(await _options.Engine.Container(_options.SandboxId).ExecAsync(command, cancellationToken)), _peerAddress);
    }

    // Asked to end, a peer closes its streams; killed, it would leave them to the pod's timeout.
    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_peer is not { } peer)
        {
            return;
        }

        try
        {
            await peer.StopAsync(StopGrace, cancellationToken);
        }
        catch (EngineException e) when (e.StatusCode == NotFound)
        {
            // Gone already: the pod lets its streams go after their timeout.
        }

        await peer.RemoveAsync(cancellationToken);
        _peer = null;
    }

    private ContainerSpec Peer() => new ContainerSpec
    {
        Image = _options.Image,
        Name = $"novacron-validation-fault-peer-{Guid.NewGuid():N}",
        Command = ["api"],
        Networks = [new NetworkAttachment(_options.Network, [])],
    }.WithLabels(_options.CellLabels).WithLabel(NetworkHelper.RoleLabel, NetworkHelper.Role).WithEnvironment(
    [
        new("DWCP_PEERS", _options.Address),
        new("DWCP_PORT", Text(_options.Port)),
        new("DWCP_STREAMS", Text(_options.Streams)),
        new("DWCP_STREAMS_MAX", Text(_options.Streams)),
        new("DWCP_BANDWIDTH_BYTES", Text(long.MaxValue)),
        new("DWCP_PACKETS_PER_SECOND", Text(_options.PacketsPerSecond)),
        new("DWCP_PAYLOAD_BYTES", Text(_options.PayloadBytes)),
        new("DWCP_PAYLOAD", $"mixed:{_options.RandomShare.ToString("0.####", CultureInfo.InvariantCulture)}"),
        new("DWCP_RESERVED_BYTES", _options.ReservedBytesPerStream is { } bytes ? Text(bytes) : ""),
    ]);

    private string Require(ExecResult result) => result.ExitCode == 0
        ? result.Stdout
        : throw new FaultException($"{_subject}: what the fault does could not be read, exit code {result.ExitCode}: {result.Stderr.Trim()}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
