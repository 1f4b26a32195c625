using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Promtool;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>
/// What is asked about a case: a handful of sums over all its evaluations, since a question at each of them would cost more than the evaluations
/// themselves.
/// </summary>
internal static class CaseQuestions
{
    internal const string FirstFiring = "first-firing";
    internal const string LastFiring = "last-firing";
    internal const string Firing = "firing";
    internal const string Pending = "pending";
    internal const string FirstBad = "first-bad";
    internal const string LastBad = "last-bad";
    internal const string Bad = "bad";
    internal const string LastGood = "last-good";
    internal const string Seen = "seen";
    internal const string Worst = "worst";
    private static readonly TimeScale Documented = new(1);

    /// <summary>The questions.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="from">The instant before the first evaluation that counts.</param>
    /// <param name="to">The last evaluation that counts.</param>
    public static IEnumerable<Question> Of(SimulatedAlert alert, TimeSpan from, TimeSpan to)
    {
        var contract = alert.Contract;
        var range = $"[{Duration(to - from)}:{Duration(alert.EvaluationInterval)}]";
        var severity = alert.IsOneOfSeveral ? $",severity=\"{contract.Severity}\"" : "";
        var alerts = $"ALERTS{{alertname=\"{alert.Name}\"{severity},alertstate=\"";
        var (firing, pending) = ($"{alerts}firing\"}}", $"{alerts}pending\"}}");
        var signal = contract.Signal.ToQuery(Documented);
        var bad = $"({signal}) {Comparison.Of(contract.Comparator)} {Text(contract.Threshold)}";
        var worst = contract.Comparator == Comparator.Above ? "max" : "min";
        (string Key, string Query)[] all =
        [
            (FirstFiring, $"min(min_over_time(timestamp({firing}){range}))"),
            (LastFiring, $"max(max_over_time(timestamp({firing}){range}))"),
            (Firing, $"count_over_time(count({firing}){range})"),
            (Pending, $"count_over_time(count({pending}){range})"),
            (FirstBad, $"min(min_over_time(timestamp({bad}){range}))"),
            (LastBad, $"max(max_over_time(timestamp({bad}){range}))"),
            (Bad, $"count_over_time(count({bad}){range})"),
            (LastGood, $"max_over_time(timestamp(((count({bad}) or vector(0)) == 0)){range})"),
            (Seen, $"count_over_time(count({signal}){range})"),
            (Worst, $"{worst}({worst}_over_time(({signal}){range}))"),
        ];
        return all.Select(q => new Question(q.Key, q.Query, to));
    }

    private static string Duration(TimeSpan time) => PrometheusDuration.Format(time);

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
