using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>One UDP packet in so many is dropped where a pod receives it.</summary>
public sealed class PacketLoss : PacketDrop
{
    private readonly PacketLossOptions _options;

    /// <summary>Creates the fault; nothing happens before it is injected.</summary>
    /// <param name="options">Which packets, and how many.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public PacketLoss(PacketLossOptions options, TimeProvider? time = null)
        : base(
            "dwcp-packet-loss",
            $"dwcp-packet-loss on UDP port {Checked(options).Port} of sandbox {PodTarget.ShortId(options.SandboxId)}",
            new NetworkHelper(options.Engine, options.CellLabels, options.SandboxId, options.Image),
            options.EffectLimit,
            options.MaximumDuration,
            time) => _options = options;

    private protected override string Effect => $"one packet in {_options.DropOneIn} to be dropped";

    private protected override IReadOnlyList<string> AddCommand => NftTable.AddCommand(_options.Port, _options.DropOneIn);

    private protected override Judgement Judge(PacketCount? lastProof, PacketCount? now) => PacketLossEffect.Judge(lastProof, now, _options.DropOneIn);

    private static PacketLossOptions Checked(PacketLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return options;
    }
}
