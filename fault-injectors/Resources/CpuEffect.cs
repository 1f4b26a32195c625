namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>Decides whether a container uses as much CPU time as a fault promises.</summary>
internal static class CpuEffect
{
    /// <summary>Whether the share of the quota is near the one wanted.</summary>
    /// <param name="use">What was used.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="failure">Why the pressing process ended; null while it runs.</param>
    public static Judgement Judge(CpuUse use, PressureOptions options, Exception? failure) =>
        failure is not null ? Judgement.Lost($"what uses the CPU is there no more: {failure.Message}; {Describe(use)}")
        : use.Share >= options.Share - options.Tolerance ? Judgement.Holds(Describe(use))
        : Judgement.NotYet(Describe(use));

    /// <summary>Whether the process has ended and the share is nearer to the container's own than to what it was pressed to.</summary>
    public static Judgement JudgeGone(CpuUse use, double ownShare, IReadOnlyCollection<int> living, PressureOptions options)
    {
        var evidence = FormattableString.Invariant($"{Describe(use)}, before the fault {ownShare:P1}; pressing processes left: {living.Count}");
        return living.Count == 0 && use.Share < (ownShare + options.Share) / 2 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static string Describe(CpuUse use) => FormattableString.Invariant(
        $"CPU time {use.Newest.CpuSeconds - use.First.CpuSeconds:0.000} s in {use.Seconds:0.00} s, {use.Share:P1} of the quota of {use.Newest.CpuLimit:0.##} cores (the container's own cgroup)");
}
