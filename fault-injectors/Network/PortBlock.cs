using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>
/// Every TCP packet to one port of a pod is dropped, those of open connections, too: the pod lives, and who calls that port waits for ever.
/// Or every one that comes from that port of others: the pod serves, and waits for ever for what it asks them.
/// </summary>
public sealed class PortBlock : PacketDrop
{
    private readonly PortBlockOptions _options;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Which port.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PortBlock(PortBlockOptions options, TimeProvider? time = null)
        : base(
            "port-block",
            $"port-block on {Packets(Checked(options))} of sandbox {PodTarget.ShortId(options.SandboxId)}",
            new NetworkHelper(options.Engine, options.CellLabels, options.SandboxId, options.Image),
            options.EffectLimit,
            options.MaximumDuration,
            time) => _options = options;

    private protected override string Effect => "packets to be dropped";

    private protected override IReadOnlyList<string> AddCommand => NftTable.BlockCommand(_options.Port, _options.OfOthers);

    private protected override Judgement Judge(PacketCount? lastProof, PacketCount? now) => PortBlockEffect.Judge(lastProof, now, Packets(_options));

    private static string Packets(PortBlockOptions options) => $"packets {(options.OfOthers ? "from" : "to")} TCP port {options.Port}";

    private static PortBlockOptions Checked(PortBlockOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return options;
    }
}
