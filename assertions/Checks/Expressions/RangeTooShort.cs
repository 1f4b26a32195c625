using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>A range that holds too few samples for its function.</summary>
public sealed class RangeTooShort : ICheck
{
    // Rule of thumb of Prometheus' authors: one failed scrape and some jitter must leave two samples.
    private const int Safe = 4;

    private static readonly ImmutableHashSet<string> NeedTwo = ["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "holt_winters", "double_exponential_smoothing"];

    /// <inheritdoc/>
    public string Name => "expression/range-too-short";

    /// <inheritdoc/>
    public string About => "a range that holds too few samples for its function, as often as its metric is scraped";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        from call in expression.Nodes.OfType<Call>()
        where NeedTwo.Contains(call.Function.Name)
        from matrix in call.Arguments.Select(a => a.WithoutParentheses()).OfType<MatrixSelector>()
        let interval = Interval(subject, matrix.Selector)
        where interval is not null && matrix.Range.Value < Safe * interval.Value
        select Report(expression, call, matrix, interval.Value);

    private Finding Report(RuleExpression expression, Call call, MatrixSelector matrix, TimeSpan interval)
    {
        var (range, every) = (Numbers.Duration(matrix.Range.Value), Numbers.Duration(interval));
        var place = new TextRange(matrix.Range.Literal.Start, matrix.Range.Literal.End);
        var fix = $"make it [{Numbers.Duration(Safe * interval)}] or longer";
        return matrix.Range.Value < 2 * interval
            ? expression.At(place, Name, Severity.Error, $"{call.Function.Name} needs two samples, and {range} of a metric with one every {every} {(matrix.Range.Value < interval ? "never holds" : "often does not hold")} two", fix)
            : expression.At(place, Name, Severity.Warning, $"{call.Function.Name} needs two samples, and {range} of a metric with one every {every} may not hold two when a scrape or two fail", fix);
    }

    // The shortest of all that can be meant: then the finding holds for the others, too.
    private static TimeSpan? Interval(CheckSubject subject, VectorSelector selector)
    {
        var metric = Selectors.MetricOf(selector);
        var jobs = subject.Supply.Jobs.Where(j => selector.Matchers.All(m => m is not { Name: "job", Type: LabelMatchType.Equal } || m.Value == j.Job.Name)).ToImmutableArray();
        return (metric is null ? new Supply.Untold() : subject.Supply.Find(metric)) switch
        {
            Supply.Recorded recorded => Shortest(recorded.Recordings.Select(r => r.Group.Interval ?? subject.Folder.Prometheus?.EvaluationInterval)),
            Supply.Scraped scraped => Shortest(scraped.Jobs.Select(j => (TimeSpan?)j.Job.ScrapeInterval)),
            Supply.OfPrometheus or Supply.Untold => Shortest((jobs.IsEmpty ? subject.Supply.Jobs : jobs).Select(j => (TimeSpan?)j.Job.ScrapeInterval)),
            _ => null,
        };
    }

    private static TimeSpan? Shortest(IEnumerable<TimeSpan?> intervals) => intervals.DefaultIfEmpty(null).Aggregate((a, b) => a is null || b is null ? null : a < b ? a : b);
}
