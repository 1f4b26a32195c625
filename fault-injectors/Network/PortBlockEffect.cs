namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Decides from the kernel's counters whether a port is blocked.</summary>
internal static class PortBlockEffect
{
    /// <summary>Whether the counters are there, nothing got past, and something was dropped since the last proof.</summary>
    /// <param name="lastProof">Counters at the last proof; null before the first.</param>
    /// <param name="now">Counters now; null when a rule is not there.</param>
    /// <param name="packets">Which packets, in words.</param>
    public static Judgement Judge(PacketCount? lastProof, PacketCount? now, string packets)
    {
        if (now is not { } count)
        {
            return Judgement.Lost($"the rules of table inet {NftTable.Name} are not there any more");
        }

        var before = lastProof ?? default;
        var evidence = $"nft counters of table inet {NftTable.Name}: {count.Dropped} of {count.Offered} {packets} dropped; {before.Dropped} at the last proof";
        if (count.Dropped < before.Dropped)
        {
            return Judgement.Lost($"{evidence}; the counters went back: the rules were replaced or reset");
        }

        return count.Dropped == count.Offered && count.Dropped > before.Dropped ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
