namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Decides from the kernel's counters whether packets are lost as asked for.</summary>
internal static class PacketLossEffect
{
    /// <summary>Packets to see before the first proof, at least; and <see cref="DropsForProof"/> losses, so that the ratio means something.</summary>
    internal const int PacketsForProof = 300;

    /// <summary>Losses to see before the first proof.</summary>
    internal const int DropsForProof = 10;

    /// <summary>How far the ratio of dropped to offered may be from the one asked for, as a part of that.</summary>
    internal const double Tolerance = 0.2;

    /// <summary>Whether the counters are there, grew since the last proof, and show the ratio asked for.</summary>
    /// <param name="lastProof">Counters at the last proof; null before the first.</param>
    /// <param name="now">Counters now; null when a rule is not there.</param>
    /// <param name="dropOneIn">One packet of this many is to be dropped.</param>
    public static Judgement Judge(PacketCount? lastProof, PacketCount? now, int dropOneIn)
    {
        if (now is not { } count)
        {
            return Judgement.Lost($"the rules of table inet {NftTable.Name} are not there any more");
        }

        var before = lastProof ?? default;
        var ratio = count.Offered == 0 ? 0 : (double)count.Dropped / count.Offered;
        var evidence = FormattableString.Invariant(
            $"nft counters of table inet {NftTable.Name}: {count.Dropped} of {count.Offered} packets dropped, {ratio:P2} of {1.0 / dropOneIn:P2} asked for; {before.Dropped} of {before.Offered} at the last proof");
        if (count.Offered < before.Offered || count.Dropped < before.Dropped)
        {
            return Judgement.Lost($"{evidence}; the counters went back: the rules were replaced or reset");
        }

        var enough = lastProof is null
            ? count.Offered >= PacketsForProof && count.Dropped >= DropsForProof
            : count.Offered - before.Offered >= dropOneIn && count.Dropped > before.Dropped;
        return enough && Math.Abs((ratio * dropOneIn) - 1) <= Tolerance ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
