namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>What one arrival settled.</summary>
/// <param name="Received">Packets now known to have arrived.</param>
/// <param name="Lost">Packets now taken for lost; −1 when one that was taken for lost arrived after all.</param>
/// <param name="Resynchronised">Whether the sequence jumped further than the stream could have got, and counting began anew.</param>
internal readonly record struct Settlement(int Received, int Lost, bool Resynchronised);

/// <summary>
/// Tells lost packets of one stream from late ones. A packet is settled, as received or as lost, when one that is
/// <see cref="ReorderTolerance"/> numbers further arrives; both kinds are counted at that same moment, so that their
/// ratio does not depend on how late the moment is.
/// </summary>
/// <param name="firstSequence">The number of the stream's first packet.</param>
/// <param name="longestGap">The most packets that can be missing in a row; a longer jump is no loss but another stream.</param>
internal sealed class SequenceTracker(ulong firstSequence, int longestGap)
{
    /// <summary>How many numbers late a packet may come and not be taken for lost: QUIC's packet threshold (RFC 9002, 6.1.1).</summary>
    public const int ReorderTolerance = 3;

    private const int MaskBits = 64;

    private ulong next = firstSequence;
    private ulong highest = firstSequence - 1;
    private ulong seen;
    private ulong lately;

    /// <summary>Counts an arrival.</summary>
    /// <param name="sequence">The packet's number.</param>
    /// <returns>What it settled.</returns>
    public Settlement Observe(ulong sequence)
    {
        if (sequence < next)
            return ObserveLate(sequence);
        if (sequence - next > (ulong)longestGap + MaskBits)
            return Resynchronise(sequence);

        int received = 0, lost = 0;
        for (; sequence - next >= MaskBits; SettleNext(ref received, ref lost))
        {
        }

        seen |= 1UL << (int)(sequence - next);
        if (sequence > highest)
            highest = sequence;
        while (highest >= next && highest - next >= ReorderTolerance)
            SettleNext(ref received, ref lost);
        return new Settlement(received, lost, Resynchronised: false);
    }

    private void SettleNext(ref int received, ref int lost)
    {
        var arrived = (seen & 1) != 0;
        if (arrived)
            received++;
        else
            lost++;
        seen >>= 1;
        lately = (lately << 1) | (arrived ? 0UL : 1UL);
        next++;
    }

    private Settlement ObserveLate(ulong sequence)
    {
        var age = next - 1 - sequence;
        if (age >= MaskBits || (lately & (1UL << (int)age)) == 0)
            return default;
        lately &= ~(1UL << (int)age);
        return new Settlement(Received: 1, Lost: -1, Resynchronised: false);
    }

    private Settlement Resynchronise(ulong sequence)
    {
        next = sequence;
        highest = sequence;
        seen = 1;
        lately = 0;
        return new Settlement(Received: 0, Lost: 0, Resynchronised: true);
    }
}
