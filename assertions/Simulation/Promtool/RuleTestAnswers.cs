using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Simulation.Promtool;

/// <summary>An alert that fired when promtool was asked.</summary>
/// <param name="Labels">Its labels, <c>alertname</c> among them.</param>
/// <param name="Annotations">Its annotations, rendered.</param>
internal sealed record FiringAlert(ImmutableSortedDictionary<string, string> Labels, ImmutableSortedDictionary<string, string> Annotations);

/// <summary>What promtool answered to test files of <see cref="RuleTestFile"/>.</summary>
internal sealed partial class RuleTestAnswers
{
    private readonly Dictionary<string, double?> _numbers = [];
    private readonly Dictionary<string, string> _errors = [];
    private readonly Dictionary<(string Test, TimeSpan At), ImmutableArray<FiringAlert>> _alerts = [];

    private RuleTestAnswers(string output) => Output = output;

    /// <summary>All that promtool printed.</summary>
    public string Output { get; }

    /// <summary>The start of what it printed, on one line.</summary>
    public string Head => string.Join(' ', Output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries).Take(60));

    /// <summary>Why the evaluation of some rule failed, which ends the test; null when none did.</summary>
    public string? AnyRuleError => RuleError().Match(Output) is { Success: true } match ? $"the rule {match.Groups["rule"].Value} in the same file fails: {match.Groups["error"].Value}" : null;

    /// <summary>Reads what promtool printed.</summary>
    public static RuleTestAnswers Read(string output)
    {
        var answers = new RuleTestAnswers(output);
        foreach (Match match in Number().Matches(output))
        {
            answers._numbers[match.Groups["mark"].Value] = Value(match.Groups["got"].Value);
        }

        foreach (Match match in QueryError().Matches(output))
        {
            answers._errors[match.Groups["mark"].Value] = match.Groups["error"].Value.Trim();
        }

        foreach (Match match in Alerts().Matches(output))
        {
            if (PrometheusDuration.TryParse(match.Groups["at"].Value, out var at))
            {
                answers._alerts[(match.Groups["test"].Value, at)] = [.. Alert().Matches(match.Groups["got"].Value).Select(Firing)];
            }
        }

        return answers;
    }

    /// <summary>Whether a question was answered.</summary>
    public bool Has(string test, string key) => _numbers.ContainsKey(RuleTestFile.Mark(test, key));

    /// <summary>The answer to a question; null where the query yields nothing or the question was not answered.</summary>
    public double? NumberOf(string test, string key) => _numbers.GetValueOrDefault(RuleTestFile.Mark(test, key));

    /// <summary>Why one of a test's queries failed; null when none did.</summary>
    public string? ErrorOf(string test) => _errors.FirstOrDefault(e => e.Key.StartsWith(RuleTestFile.Mark(test, ""), StringComparison.Ordinal)).Value;

    /// <summary>The alerts that fired; none where that was not asked or not answered.</summary>
    public ImmutableArray<FiringAlert> AlertsOf(string test, TimeSpan at) => _alerts.GetValueOrDefault((test, at), []);

    /// <summary>Why the evaluation of a rule failed; null when it did not.</summary>
    public string? RuleErrorOf(string rule) => RuleError().Matches(Output).FirstOrDefault(m => m.Groups["rule"].Value == rule)?.Groups["error"].Value;

    /// <summary>Why promtool refuses a rule file; null when it does not.</summary>
    /// <param name="file">Its name in the call.</param>
    public string? RefusalOf(string file) => Regex.Match(Output, $@"^\s*(?:[^\s:]*/)?{Regex.Escape(file)}: (?<why>[^\n]+)", RegexOptions.Multiline) is { Success: true } match ? match.Groups["why"].Value.Trim() : null;

    private static FiringAlert Firing(Match match) => new(LabelText.Read(match.Groups["labels"].Value), LabelText.Read(match.Groups["annotations"].Value));

    // "{} 1.66E-02", or "nil" where the query has no value.
    private static double? Value(string got) => got.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1] switch
    {
        "nil" => null,
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // The query is printed as a Go string, so that no mark has a quote in it.
    [GeneratedRegex("""(?<mark># [^"\n]*)", time: [0-9a-z]+,\s+exp: [^\n]*\n\s+got: *(?<got>[^\n]*[^\s])""")]
    private static partial Regex Number();

    [GeneratedRegex("""(?<mark># [^"\n]*)", time: [0-9a-z]+, err: (?<error>[^\n]*)""")]
    private static partial Regex QueryError();

    [GeneratedRegex("""rule: (?<rule>[^,\n]*), time: [^,\n]*, err: (?<error>[^\n]*)""")]
    private static partial Regex RuleError();

    [GeneratedRegex("""name: (?<test>[^\n]*),\n\s+alertname: [^\n]*, time: (?<at>[0-9a-z]+),\s+exp:\[.*?\n\s+\],\s+got:\[(?<got>.*?)(?:\]\n|\]$|\n\s+\])""", RegexOptions.Singleline)]
    private static partial Regex Alerts();

    [GeneratedRegex("""Labels:(?<labels>\{[^\n]*\})\n\s+Annotations:(?<annotations>\{[^\n]*\})""")]
    private static partial Regex Alert();
}
