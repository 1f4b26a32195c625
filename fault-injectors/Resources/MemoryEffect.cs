namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>Decides whether a container's memory is as full as a fault promises.</summary>
internal static class MemoryEffect
{
    /// <summary>Memory that is missing to the share wanted, bytes.</summary>
    /// <exception cref="FaultException">The container has no limit, or is as full already.</exception>
    public static long Missing(CgroupReading now, PressureOptions options, string subject)
    {
        if (now.MemoryLimit is not { } limit)
        {
            throw new FaultException($"{subject} has no limit of memory to be pressed against; give it one");
        }

        var missing = (long)(limit * options.Share) - now.WorkingSet;
        return missing > 0 ? missing
            : throw new FaultException(FormattableString.Invariant($"{subject} uses {Share(now):P1} of its limit already, and was to be brought to {options.Share:P1}; raise its limit"));
    }

    /// <summary>Whether the working set is near the share wanted, and nothing was killed for it.</summary>
    /// <param name="before">Before the fault.</param>
    /// <param name="now">Now.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="failure">Why the pressing processes ended; null while they run.</param>
    public static Judgement Judge(CgroupReading before, CgroupReading now, PressureOptions options, Exception? failure)
    {
        var evidence = FormattableString.Invariant($"working set {now.WorkingSet / 1e6:0.0} MB, {Share(now):P1} of the limit of {now.MemoryLimit / 1e6:0.0} MB (the container's own cgroup), {now.OutOfMemoryKills - before.OutOfMemoryKills} processes killed for want of memory");
        return now.OutOfMemoryKills > before.OutOfMemoryKills ? Judgement.Lost(evidence)
            : failure is not null ? Judgement.Lost($"what holds the memory is there no more: {failure.Message}; {evidence}")
            : Share(now) >= options.Share - options.Tolerance ? Judgement.Holds(evidence)
            : Judgement.NotYet(evidence);
    }

    /// <summary>Whether the processes have ended and the working set is nearer to what it was before than to what it was pressed to.</summary>
    public static Judgement JudgeGone(CgroupReading before, CgroupReading now, IReadOnlyCollection<int> living, PressureOptions options)
    {
        var evidence = FormattableString.Invariant($"working set {now.WorkingSet / 1e6:0.0} MB, {Share(now):P1} of the limit (before the fault {Share(before):P1}); pressing processes left: {living.Count}");
        return living.Count == 0 && Share(now) < (Share(before) + options.Share) / 2 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static double Share(CgroupReading reading) => reading.WorkingSet / (double)(reading.MemoryLimit ?? long.MaxValue);
}
