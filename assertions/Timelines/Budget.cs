using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>One allowance in a bound.</summary>
/// <param name="Name">What the time is for.</param>
/// <param name="Seconds">Documented seconds; negative where the bound is drawn earlier.</param>
public sealed record BudgetTerm(string Name, double Seconds);

/// <summary>A bound in time, as the sum of named allowances.</summary>
/// <param name="Terms">Allowances.</param>
public sealed record Bound(ImmutableArray<BudgetTerm> Terms)
{
    /// <summary>The sum, documented seconds.</summary>
    public double Seconds => Terms.Sum(t => t.Seconds);

    /// <summary>The sum with its terms, e.g. <c>scrape 15 + evaluation 30 + for 60 = 105 s</c>.</summary>
    public override string ToString() =>
        string.Join(" + ", Terms.Where(t => t.Seconds != 0).Select(t => $"{t.Name} {Numbers.Seconds(t.Seconds)}")) + $" = {Numbers.Seconds(Seconds)} s";
}

/// <summary>How long each link of the chain may take, in documented time, derived from the contract. There is no blanket slack: every allowance is named.</summary>
public static class Budget
{
    /// <summary>A notification's way from Alertmanager to the receivers' stand-in over TLS and back, wall time; not compressible.</summary>
    public static readonly TimeSpan RoundTrip = TimeSpan.FromSeconds(0.5);

    /// <summary>How long an observer may lag behind what it observes, wall time: a query and its poll. Used in waits only, never in a bound.</summary>
    public static readonly TimeSpan ObserverLag = TimeSpan.FromSeconds(1);

    /// <summary>Earliest firing after the effect: <c>for</c> after the first bad evaluation.</summary>
    /// <param name="contract">Promise.</param>
    /// <param name="firstBadSeconds">First bad evaluation of the contract's signal after the effect, documented seconds; may be negative.</param>
    /// <param name="unseenSeconds">Time before it in which the rule may have been evaluated unseen because the signal's steps are not the rule's evaluations, documented seconds; 0 when they coincide.</param>
    public static Bound EarliestFiring(AlertContract contract, double firstBadSeconds, double unseenSeconds = 0) =>
        new([new("first bad evaluation", firstBadSeconds), new("for", contract.For.TotalSeconds), new("evaluation between two steps", -unseenSeconds)]);

    /// <summary>
    /// Latest firing after the effect: scrape + ramp + evaluation + <c>for</c> rounded up to whole evaluations + real-time constants.
    /// The ramp is what the contract's signal took from the effect to its first bad evaluation beyond the scrape, which is counted already,
    /// and at most the signal's window and one evaluation: a signal slower than that makes the alert late.
    /// The evaluation is the rule's own: a scrape that ends after an evaluation began shows in a later query, but not in that evaluation.
    /// </summary>
    /// <param name="contract">Promise.</param>
    /// <param name="scale">Time compression.</param>
    /// <param name="firstBadSeconds">First bad evaluation after the effect, documented seconds; null when there was none, or not yet: then the longest ramp.</param>
    public static Bound LatestFiring(AlertContract contract, TimeScale scale, double? firstBadSeconds) => new(
    [
        new("scrape", contract.ScrapeInterval.TotalSeconds),
        new("ramp", Ramp(contract, scale, firstBadSeconds)),
        new("evaluation", contract.EvaluationInterval.TotalSeconds),
        new("for", WholeEvaluations(contract)),
        .. Constants(contract, scale),
    ]);

    /// <summary>Latest firing after the effect when the signal went good meanwhile and came back: evaluation + <c>for</c> rounded up to whole evaluations + real-time constants from then on.</summary>
    /// <param name="contract">Promise.</param>
    /// <param name="scale">Time compression.</param>
    /// <param name="badAgainSeconds">First evaluation of the contract's signal that was bad again, documented seconds after the effect.</param>
    public static Bound LatestFiringAgain(AlertContract contract, TimeScale scale, double badAgainSeconds) => new(
    [
        new("bad again", badAgainSeconds),
        new("evaluation", contract.EvaluationInterval.TotalSeconds),
        new("for", WholeEvaluations(contract)),
        .. Constants(contract, scale),
    ]);

    /// <summary>Firing after the effect of an alert that is known to be pending: <c>for</c> rounded up to whole evaluations from then on.</summary>
    /// <param name="contract">Promise.</param>
    /// <param name="pendingSeconds">The evaluation at which it became pending, documented seconds after the effect.</param>
    public static Bound FiringOncePending(AlertContract contract, double pendingSeconds) =>
        new([new("pending", pendingSeconds), new("for", WholeEvaluations(contract))]);

    /// <summary>Latest delivery after firing: <c>group_wait</c> and one round trip.</summary>
    public static Bound Delivery(AlertContract contract, TimeScale scale) => new(
        [new("group_wait", contract.GroupWait.TotalSeconds), RoundTripTerm(scale)]);

    /// <summary>Latest resolution after the effect is gone: window + scrape + evaluation + real-time constants.</summary>
    public static Bound Resolution(AlertContract contract, TimeScale scale) => new(
    [
        new("window", contract.Signal.Window.TotalSeconds),
        new("scrape", contract.ScrapeInterval.TotalSeconds),
        new("evaluation", contract.EvaluationInterval.TotalSeconds),
        .. Constants(contract, scale),
    ]);

    /// <summary>Latest delivery of the resolution after it: <c>group_interval</c> and one round trip.</summary>
    public static Bound ResolutionDelivery(AlertContract contract, TimeScale scale) => new(
        [new("group_interval", contract.GroupInterval.TotalSeconds), RoundTripTerm(scale)]);

    /// <summary>Wall time after the effect at which a runner may give up waiting for the alert to fire; late enough to prove that it did not.</summary>
    public static TimeSpan LongestWaitForFiring(AlertContract contract, TimeScale scale) => Wait(LatestFiring(contract, scale, null), contract, scale);

    /// <summary>Wall time after firing at which a runner may give up waiting for messages.</summary>
    public static TimeSpan LongestWaitForDelivery(AlertContract contract, TimeScale scale) => Wait(Delivery(contract, scale), contract, scale);

    /// <summary>Wall time after the effect's end at which a runner may give up waiting for the alert to resolve.</summary>
    public static TimeSpan LongestWaitForResolution(AlertContract contract, TimeScale scale) => Wait(Resolution(contract, scale), contract, scale);

    /// <summary>Wall time after the resolution at which a runner may give up waiting for its messages.</summary>
    public static TimeSpan LongestWaitForResolutionDelivery(AlertContract contract, TimeScale scale) => Wait(ResolutionDelivery(contract, scale), contract, scale);

    private static double Ramp(AlertContract contract, TimeScale scale, double? firstBadSeconds)
    {
        var longest = contract.Signal.Window.TotalSeconds + contract.EvaluationInterval.TotalSeconds;
        // A real-time constant delays the first bad evaluation too; it has a term of its own and must not be counted twice.
        var constants = Constants(contract, scale).Sum(t => t.Seconds);
        return firstBadSeconds is { } first ? Math.Clamp(first - contract.ScrapeInterval.TotalSeconds - constants, 0, longest) : longest;
    }

    private static double WholeEvaluations(AlertContract contract) =>
        Math.Ceiling(contract.For / contract.EvaluationInterval) * contract.EvaluationInterval.TotalSeconds;

    private static IEnumerable<BudgetTerm> Constants(AlertContract contract, TimeScale scale) =>
        contract.RealTimeConstants.Select(c => new BudgetTerm($"{c.Name} (real time × {scale.Factor})", scale.Documented(c.Wall)));

    private static BudgetTerm RoundTripTerm(TimeScale scale) => new($"round trip (real time × {scale.Factor})", scale.Documented(RoundTrip));

    // Two evaluations beyond the bound, so that the evaluation that should have shown it has been seen and a missing one is a gap.
    private static TimeSpan Wait(Bound bound, AlertContract contract, TimeScale scale) =>
        scale.ToWall(TimeSpan.FromSeconds(bound.Seconds) + contract.EvaluationInterval * 2) + ObserverLag;
}
