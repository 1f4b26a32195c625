namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Decides from the kernel's counters and from a probe of the way whether datagrams are held, and none is lost.</summary>
internal static class PathDelayEffect
{
    /// <summary>Whether all that was held at the last reading has been handed on since, more has come, and the probe took at least as long.</summary>
    /// <param name="before">An earlier reading; null when there is none, and then nothing is proved yet.</param>
    /// <param name="now">The reading now; null when a rule is not there.</param>
    /// <param name="roundTrip">What the probe took; null without an answer.</param>
    /// <param name="hold">How long each datagram is to be held.</param>
    public static Judgement Judge(HeldCount? before, HeldCount? now, TimeSpan? roundTrip, TimeSpan hold)
    {
        if (now is not { } count)
        {
            return Judgement.Lost($"the rules of table inet {NftTable.Name} are not there any more");
        }

        var earlier = before ?? default;
        var evidence = FormattableString.Invariant(
            $"nft counters of table inet {NftTable.Name}: {count.Held} datagrams held for {hold.TotalMilliseconds:0} ms and {count.HandedOn} handed on, {earlier.Held} and {earlier.HandedOn} before; {Describe(roundTrip)}");
        if (count.Held < earlier.Held || count.HandedOn < earlier.HandedOn)
        {
            return Judgement.Lost($"{evidence}; the counters went back: the rules were replaced or reset");
        }

        var flows = before is not null && count.Held > earlier.Held && count.HandedOn > earlier.HandedOn && count.HandedOn >= earlier.Held;
        return flows && roundTrip >= hold ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether the probe was answered sooner than any held datagram can be.</summary>
    /// <param name="rules">What was read of the rules: they are gone.</param>
    /// <param name="roundTrip">What the probe took; null without an answer.</param>
    /// <param name="hold">How long each datagram was held.</param>
    public static Judgement JudgeGone(string rules, TimeSpan? roundTrip, TimeSpan hold)
    {
        var evidence = $"{rules}; {Describe(roundTrip)}";
        return roundTrip < hold ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static string Describe(TimeSpan? roundTrip) => roundTrip is { } time
        ? FormattableString.Invariant($"a DWCP PING over the same way took {time.TotalMilliseconds:0.0} ms")
        : "a DWCP PING over the same way was not answered within a second";
}
