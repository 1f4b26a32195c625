using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// Adds to a stage what the real rule engine made of the scenario's signals in virtual time at the documented cadence. It matters where a signal is not
/// invariant under time compression: a failure in virtual time is a failure of the stage, whatever the compressed run showed.
/// </summary>
internal static class SimulatedTime
{
    private static readonly TimeScale Documented = new(1);

    /// <summary>The stage's result with the simulation's; the same one where nothing was simulated or the stage says nothing about time.</summary>
    public static StageResult Settle(StageResult live, CellEvidence evidence)
    {
        if (evidence.Simulations.IsEmpty || live.Stage is not (StageName.Silent or StageName.Fires or StageName.Resolves) || live.Outcome == Outcome.NotReached)
        {
            return live;
        }

        var notes = evidence.Simulations.Select(s => Judge(live.Stage, evidence.Contract, s)).OfType<Note>().ToArray();
        var wrong = notes.Where(n => n.IsWrong).Select(n => new Shortcoming(evidence.Contract.Alert, n.Text)).ToImmutableArray();
        var noted = live with { Evidence = [.. live.Evidence, .. notes.Select(n => n.Text)] };
        return wrong.IsEmpty ? noted : noted with
        {
            Outcome = Outcome.Fail,
            Shortcomings = [.. live.Shortcomings, .. wrong],
            Detail = string.Join("; ", [.. live.Outcome == Outcome.Pass ? [] : new[] { live.Detail }, .. wrong.Select(w => w.Message)]),
        };
    }

    /// <summary>What an outcome shows to be wrong, by the stage that it is about.</summary>
    public static IEnumerable<(StageName Stage, string Text)> Shortcomings(AlertContract contract, SimulationOutcome outcome) =>
        from stage in new[] { StageName.Silent, StageName.Fires, StageName.Resolves }
        let note = Judge(stage, contract, outcome)
        where note is { IsWrong: true }
        select (stage, note.Text);

    private static Note? Judge(StageName stage, AlertContract contract, SimulationOutcome outcome) => stage switch
    {
        StageName.Silent => Silent(outcome),
        StageName.Fires when outcome.Case.Effect is { } effect => Fires(contract, outcome, effect),
        StageName.Resolves when outcome.Case is { Effect: { } effect, Gone: { } gone } => Resolves(contract, outcome, effect, gone),
        _ => null,
    };

    private static Note Silent(SimulationOutcome outcome)
    {
        var end = outcome.Case.Effect ?? TimeSpan.MaxValue;
        return outcome.Evaluations.Where(e => e.At < end && e.IsFiring).Cast<SimulatedEvaluation?>().FirstOrDefault() is { } fired
            ? Wrong(outcome, $"expected silence, found the alert firing at {Seconds(fired.At)} s with the promised signal at {Value(fired.Signal)}")
            : Right(outcome, "silent");
    }

    private static Note Fires(AlertContract contract, SimulationOutcome outcome, TimeSpan effect)
    {
        var end = outcome.Case.Gone ?? TimeSpan.MaxValue;
        var seen = outcome.Evaluations.Where(e => e.At >= effect && e.At <= end).ToArray();
        var firstBad = seen.Where(e => IsBad(contract, e.Signal)).Select(e => (TimeSpan?)(e.At - effect)).FirstOrDefault();
        var latest = Budget.LatestFiring(contract, Documented, firstBad?.TotalSeconds);
        var earliest = (firstBad ?? TimeSpan.Zero) + contract.For;
        var allowed = $"firing within {Seconds(earliest)}–{Numbers.Seconds(latest.Seconds)} s after the effect";
        if (seen.Where(e => e.IsFiring).Select(e => (TimeSpan?)(e.At - effect)).FirstOrDefault() is not { } fired)
        {
            return Wrong(outcome, $"expected {allowed}, found none; the promised signal came to {Value(Worst(contract, seen))} (bad is {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)}){Own(outcome)}");
        }

        var isInTime = firstBad is not null && fired >= earliest && fired.TotalSeconds <= latest.Seconds;
        return isInTime ? Right(outcome, $"fired {Seconds(fired)} s after the effect, allowed {Seconds(earliest)}–{Numbers.Seconds(latest.Seconds)} s") : Wrong(outcome, $"expected {allowed}, found it at {Seconds(fired)} s");
    }

    private static Note? Resolves(AlertContract contract, SimulationOutcome outcome, TimeSpan effect, TimeSpan gone)
    {
        var bound = Budget.Resolution(contract, Documented);
        if (outcome.Evaluations.LastOrDefault(e => e.At >= effect && e.IsFiring) is not { IsFiring: true } last)
        {
            return null;
        }

        var first = outcome.Evaluations.First(e => e.At >= effect && e.IsFiring);
        if (outcome.Evaluations.Where(e => e.At > first.At && e.At <= gone && !e.IsFiring).Cast<SimulatedEvaluation?>().FirstOrDefault() is { } cleared)
        {
            return Wrong(outcome, $"expected the alert to fire for as long as the effect lasts, found it cleared {Seconds(cleared.At - effect)} s after the effect began, with the promised signal at {Value(cleared.Signal)}");
        }

        var next = outcome.Evaluations.Where(e => e.At > last.At).Select(e => (TimeSpan?)(e.At - gone)).FirstOrDefault();
        return next is { } resolved && resolved.TotalSeconds <= bound.Seconds
            ? Right(outcome, $"resolved {Seconds(resolved)} s after the effect was gone, allowed {Numbers.Seconds(bound.Seconds)} s")
            : Wrong(outcome, $"expected the alert to resolve within {Numbers.Seconds(bound.Seconds)} s after the effect was gone, found {(next is { } late ? $"{Seconds(late)} s" : "it firing to the end")}");
    }

    private static bool IsBad(AlertContract contract, double? value) => value is { } v && contract.Comparator switch
    {
        Comparator.Above => v > contract.Threshold,
        Comparator.Below => v < contract.Threshold,
        _ => v.Equals(contract.Threshold),
    };

    private static double? Worst(AlertContract contract, IEnumerable<SimulatedEvaluation> seen)
    {
        var values = seen.Where(e => e.Signal is not null);
        return contract.Comparator == Comparator.Above ? values.Max(e => e.Signal) : values.Min(e => e.Signal);
    }

    private static string Value(double? value) => value is { } v ? Numbers.Text(v) : "no value";

    private static string Own(SimulationOutcome outcome) => outcome.Own is { } own ? $", and what the rule compares to {Value(own.Worst)}" : "";

    private static string Seconds(TimeSpan time) => Numbers.Seconds(time.TotalSeconds);

    private static Note Right(SimulationOutcome outcome, string text) => new($"in simulated time at the documented cadence ({outcome.Case.Name}): {text}", false);

    private static Note Wrong(SimulationOutcome outcome, string text) => new($"in simulated time at the documented cadence ({outcome.Case.Name}): {text}", true);

    private sealed record Note(string Text, bool IsWrong);
}
