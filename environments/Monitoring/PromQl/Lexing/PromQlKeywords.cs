using System.Collections.Frozen;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <summary>The words of PromQL and where else they may be names. Prometheus 3.5, <c>promql/parser/generated_parser.y</c>.</summary>
internal static class PromQlKeywords
{
    /// <summary>Aggregations, experimental ones included.</summary>
    public static readonly FrozenSet<string> Aggregations = Words("avg bottomk count count_values group limit_ratio limitk max min quantile stddev stdvar sum topk");

    /// <summary>Aggregations whose first argument is a parameter.</summary>
    public static readonly FrozenSet<string> ParameterisedAggregations = Words("bottomk count_values limit_ratio limitk quantile topk");

    /// <summary>Aggregations that need <c>--enable-feature=promql-experimental-functions</c>.</summary>
    public static readonly FrozenSet<string> ExperimentalAggregations = Words("limit_ratio limitk");

    private static readonly FrozenSet<string> Numbers = Words("inf nan");

    private static readonly FrozenSet<string> Others = Words("and atan2 bool by end group_left group_right ignoring offset on or start unless without");

    private static readonly FrozenSet<string> NeverMetrics = Words("atan2 bool group_left group_right ignoring on");

    /// <summary>What a word outside braces is.</summary>
    /// <param name="word">The word, in lower case.</param>
    public static PromQlTokenKind KindOf(string word) =>
        Numbers.Contains(word) ? PromQlTokenKind.Number
        : Others.Contains(word) || Aggregations.Contains(word) ? PromQlTokenKind.Keyword
        : word.Contains(':') ? PromQlTokenKind.MetricIdentifier : PromQlTokenKind.Identifier;

    /// <summary>Whether a keyword may be a metric's name.</summary>
    public static bool MayNameMetric(string keyword) => !NeverMetrics.Contains(keyword);

    /// <summary>Whether a keyword may be a label's name in <c>by (…)</c>, <c>on (…)</c> and the like.</summary>
    public static bool MayNameGroupingLabel(string keyword) => keyword != "without";

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
