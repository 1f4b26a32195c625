using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>How long the phases of a cell last, wall time.</summary>
internal sealed record PhasePlan
{
    private static readonly TimeSpan DocumentedQuiet = TimeSpan.FromMinutes(15);

    // Measured: what a fault, or its roll-back, takes until the faulted system shows it; from 0.3 to 6 s.
    private static readonly TimeSpan InjectionAndProof = TimeSpan.FromSeconds(2);

    /// <summary>Steady load, no fault: fifteen documented minutes, and no less than a rule that should not fire needs to fire.</summary>
    public required TimeSpan Quiet { get; init; }

    /// <summary>Until the just-below signal has filled its window.</summary>
    public required TimeSpan JustBelowSettle { get; init; }

    /// <summary>The just-below signal is held: longer than <c>for</c>, so that a rule with too low a threshold fires.</summary>
    public required TimeSpan JustBelowHold { get; init; }

    /// <summary>After the promised deliveries: time for an unexpected one to arrive.</summary>
    public required TimeSpan AfterDelivery { get; init; }

    /// <summary>Longest life of a fault: it rolls itself back after this.</summary>
    public required TimeSpan MaximumFault { get; init; }

    /// <summary>From ready to the end at the longest, wall time: the longest cells start first, so that the run is no longer than it must be.</summary>
    public required TimeSpan Whole { get; init; }

    /// <summary>From ready to the end where all goes as promised, wall time: for people who wait. Nothing is judged by it.</summary>
    public required TimeSpan Likely { get; init; }

    /// <summary>The plan of a scenario's cell.</summary>
    public static PhasePlan For(AlertScenario scenario, TimeScale scale) => For(scenario.Contract, scale, scenario.JustBelowAt(scale), scenario.Inhibitor?.Contract);

    /// <summary>Derives the plan from the contract.</summary>
    /// <param name="contract">Promise.</param>
    /// <param name="scale">Time compression.</param>
    /// <param name="justBelow">How the scenario comes close to the threshold.</param>
    /// <param name="inhibitor">Promise of the alert that inhibits this one; null where none does.</param>
    public static PhasePlan For(AlertContract contract, TimeScale scale, JustBelow justBelow, AlertContract? inhibitor = null)
    {
        var seen = contract.ScrapeInterval + contract.EvaluationInterval;
        var filled = contract.Signal.Window + seen;
        var settle = justBelow is JustBelow.Level { IsAtOnce: true } ? seen : filled;
        var hold = contract.For + (2 * contract.EvaluationInterval);
        var firing = Budget.LongestWaitForFiring(contract, scale);
        var delivery = Budget.LongestWaitForDelivery(contract, scale);
        var constants = contract.RealTimeConstants.Aggregate(TimeSpan.Zero, (sum, c) => sum + c.Wall);
        var quiet = filled + hold > DocumentedQuiet ? filled + hold : DocumentedQuiet;
        var phases = quiet + settle + hold;
        var inhibition = inhibitor is null ? TimeSpan.Zero : Budget.LongestWaitForFiring(inhibitor, scale) + firing + delivery;
        return new PhasePlan
        {
            Whole = scale.ToWall(phases) + firing + delivery + Budget.LongestWaitForResolution(contract, scale) + inhibition,
            Likely = scale.ToWall(phases) + LikelyChain(contract, scale, justBelow) + (inhibitor is null ? TimeSpan.Zero : LikelyFiring(inhibitor, scale, justBelow) + LikelyFiring(contract, scale, justBelow)),
            Quiet = scale.ToWall(quiet),
            JustBelowSettle = justBelow is JustBelow.Level ? scale.ToWall(settle) + constants : TimeSpan.Zero,
            JustBelowHold = justBelow is JustBelow.None ? TimeSpan.Zero : scale.ToWall(hold),
            AfterDelivery = scale.ToWall(contract.GroupWait + contract.GroupInterval) + Budget.RoundTrip,
            MaximumFault = (2 * (firing + delivery)) + inhibition + scale.ToWall(settle + hold) + TimeSpan.FromMinutes(2),
        };
    }

    // A signal that does not jump is bad when half of its window is, and good again likewise.
    private static TimeSpan Ramp(AlertContract contract, JustBelow justBelow) =>
        justBelow is JustBelow.Level { IsAtOnce: true } ? TimeSpan.Zero : contract.Signal.Window / 2;

    private static TimeSpan LikelyFiring(AlertContract contract, TimeScale scale, JustBelow justBelow) =>
        InjectionAndProof + scale.ToWall(Ramp(contract, justBelow) + contract.ScrapeInterval + (contract.EvaluationInterval / 2) + contract.For + contract.GroupWait);

    private static TimeSpan LikelyChain(AlertContract contract, TimeScale scale, JustBelow justBelow) =>
        LikelyFiring(contract, scale, justBelow)
        + scale.ToWall(contract.GroupWait + contract.GroupInterval) + Budget.RoundTrip
        + InjectionAndProof + scale.ToWall(Ramp(contract, justBelow) + contract.ScrapeInterval + contract.GroupInterval + (2.5 * contract.EvaluationInterval));
}
