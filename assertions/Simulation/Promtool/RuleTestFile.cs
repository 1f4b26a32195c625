using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Simulation.Promtool;

/// <summary>
/// Writes test files for <c>promtool test rules</c>. Every answer is asked for by expecting one that cannot be, since promtool prints only what it
/// did not expect.
/// </summary>
internal static class RuleTestFile
{
    private const string Never = "never";

    /// <summary>Writes a file.</summary>
    /// <param name="ruleFile">Name of the rule file beside it.</param>
    /// <param name="evaluationInterval">How often promtool evaluates the rules; it does not heed a group's own interval.</param>
    /// <param name="externalLabels">What templates find in <c>$externalLabels</c>.</param>
    /// <param name="tests">The tests.</param>
    public static string Write(
        string ruleFile, TimeSpan evaluationInterval, ImmutableSortedDictionary<string, string> externalLabels, IEnumerable<RuleTest> tests)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"rule_files: [{Quote(ruleFile)}]\nevaluation_interval: {PrometheusDuration.Format(evaluationInterval)}\ntests:\n");
        var labels = string.Join(", ", externalLabels.Select(l => $"{Quote(l.Key)}: {Quote(l.Value)}"));
        foreach (var test in tests)
        {
            Append(text, test, labels);
        }

        return text.ToString();
    }

    /// <summary>What marks a question in promtool's output: a comment behind its query.</summary>
    internal static string Mark(string test, string key) => $"# {test}: {key}";

    private static void Append(StringBuilder text, RuleTest test, string externalLabels)
    {
        text.Append(CultureInfo.InvariantCulture, $"- name: {Quote(test.Name)}\n  interval: {PrometheusDuration.Format(test.Interval)}\n  external_labels: {{{externalLabels}}}\n  input_series:\n");
        foreach (var series in test.Series)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - series: {Quote(series.Selector)}\n    values: '{Values(series.Values)}'\n");
        }

        text.Append("  promql_expr_test:\n");
        foreach (var question in test.Questions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{expr: {Quote($"{question.Query} {Mark(test.Name, question.Key)}")}, eval_time: {PrometheusDuration.Format(question.At)}, exp_samples: [{{labels: '{{{Never}=\"there\"}}', value: 0}}]}}\n");
        }

        if (!test.AlertsAt.IsEmpty)
        {
            text.Append("  alert_rule_test:\n");
        }

        foreach (var at in test.AlertsAt)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{eval_time: {PrometheusDuration.Format(at)}, alertname: {Quote(test.AlertsOf)}, exp_alerts: [{{exp_labels: {{{Never}: there}}}}]}}\n");
        }
    }

    // A value that stays is written once, with how often it comes again.
    private static string Values(ImmutableArray<double> values)
    {
        var parts = new List<string>();
        for (var i = 0; i < values.Length;)
        {
            var end = i + 1;
            while (end < values.Length && values[end].Equals(values[i]))
            {
                end++;
            }

            var value = double.IsNaN(values[i]) ? "_" : values[i].ToString("R", CultureInfo.InvariantCulture);
            parts.Add(end - i == 1 ? value : $"{value}x{end - i - (value == "_" ? 0 : 1)}");
            i = end;
        }

        return string.Join(' ', parts);
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
