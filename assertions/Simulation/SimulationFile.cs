using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>
/// Writes a test file for <c>promtool test rules</c> that asks, at every evaluation of every case, whether the alert fires and what the promised signal is.
/// Every answer is asked for by expecting one that cannot be, since promtool prints only what it did not expect.
/// </summary>
public static class SimulationFile
{
    /// <summary>Marks the questions whether the alert fires.</summary>
    internal const string Firing = "firing";

    /// <summary>Marks the questions what the promised signal is.</summary>
    internal const string Signal = "signal";

    /// <summary>Marks the question what the rule's own expression came to.</summary>
    internal const string Own = "own";

    /// <summary>Writes the file.</summary>
    /// <param name="contract">The promise; its scrape interval is the cadence of the series.</param>
    /// <param name="ruleFile">Path of the rule file, as promtool sees it.</param>
    /// <param name="cases">Cases.</param>
    /// <param name="own">The rule's expression without its comparison, on one line; null where it is not asked for.</param>
    public static string Write(AlertContract contract, string ruleFile, ImmutableArray<SimulatedCase> cases, string? own = null)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"rule_files: [{Quote(ruleFile)}]\nevaluation_interval: {PrometheusDuration.Format(contract.EvaluationInterval)}\ntests:\n");
        for (var i = 0; i < cases.Length; i++)
        {
            Append(text, contract, cases[i], i);
            if (own is not null)
            {
                AskOwn(text, contract, cases[i], i, own);
            }
        }

        return text.ToString();
    }

    /// <summary>When a case is evaluated, documented time.</summary>
    internal static IEnumerable<TimeSpan> Evaluations(AlertContract contract, SimulatedCase simulated)
    {
        var end = contract.ScrapeInterval * (simulated.Series.Max(s => s.Values.Length) - 1);
        for (var at = TimeSpan.Zero; at <= end; at += contract.EvaluationInterval)
        {
            yield return at;
        }
    }

    private static void Append(StringBuilder text, AlertContract contract, SimulatedCase simulated, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"- name: {Quote(simulated.Name)}\n  interval: {PrometheusDuration.Format(contract.ScrapeInterval)}\n  input_series:\n");
        foreach (var series in simulated.Series)
        {
            var values = series.Values.Select(v => double.IsNaN(v) ? "_" : v.ToString("R", CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"  - series: {Quote(series.Selector)}\n    values: {Quote(string.Join(' ', values))}\n");
        }

        text.Append("  promql_expr_test:\n");
        var worst = contract.Comparator == Comparator.Above ? "max" : "min";
        foreach (var at in Evaluations(contract, simulated).Select(PrometheusDuration.Format))
        {
            Ask(text, $"count(ALERTS{{alertname=\"{contract.Alert}\",alertstate=\"firing\"}}) or vector(0) # {index} {Firing}", at);
            Ask(text, $"{worst}({contract.Signal.ToQuery(new TimeScale(1))}) # {index} {Signal}", at);
        }
    }

    // One question over all evaluations.
    private static void AskOwn(StringBuilder text, AlertContract contract, SimulatedCase simulated, int index, string own)
    {
        var end = Evaluations(contract, simulated).Last();
        var worst = contract.Comparator == Comparator.Above ? "max" : "min";
        var range = $"{PrometheusDuration.Format(end + contract.EvaluationInterval)}:{PrometheusDuration.Format(contract.EvaluationInterval)}";
        Ask(text, $"{worst}({worst}_over_time(({own})[{range}])) # {index} {Own}", PrometheusDuration.Format(end));
    }

    private static void Ask(StringBuilder text, string question, string at) =>
        text.Append(CultureInfo.InvariantCulture, $"  - {{expr: {Quote(question)}, eval_time: {at}, exp_samples: [{{labels: '{{never=\"there\"}}', value: 0}}]}}\n");

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
