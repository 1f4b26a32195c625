using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>
/// Tells which labels an expression's series surely have because of how they are scraped: a selector that names a job of <c>prometheus.yml</c> finds
/// only that job's targets, with the labels that its relabelling always sets.
/// </summary>
/// <param name="prometheus">The configuration; null where there is none, and nothing is known.</param>
public sealed class SureLabels(PrometheusFile? prometheus)
{
    private const string Job = "job";
    private const string Instance = "instance";

    // Of Kubernetes' discovery, those that are never empty, by role. Source: Prometheus' documentation of kubernetes_sd_config.
    private static readonly string[] OfPods = ["__meta_kubernetes_namespace", "__meta_kubernetes_pod_name", "__meta_kubernetes_pod_uid"];
    private static readonly string[] OfNodes = ["__meta_kubernetes_node_name"];
    private static readonly string[] OfOthers = ["__meta_kubernetes_namespace"];

    /// <summary>What is known of a label of an expression's series, as <see cref="LabelFlow"/> tells, or better.</summary>
    public LabelFact Of(PromQlExpression expression, string label)
    {
        var fact = LabelFlow.Of(expression)[label];
        return fact.Presence == Presence.Maybe && Has(expression, label) ? new LabelFact(Presence.Always, fact.Value) : fact;
    }

    // Follows what leaves a selector's labels alone, and nothing else.
    private bool Has(PromQlExpression expression, string label)
    {
        for (var node = expression; ; )
        {
            switch (node)
            {
                case VectorSelector selector:
                    return Scraped(selector, label);
                case MatrixSelector matrix:
                    node = matrix.Selector;
                    break;
                case ParenExpression paren:
                    node = paren.Expression;
                    break;
                case UnaryExpression unary:
                    node = unary.Expression;
                    break;
                case AggregateExpression { Without: false } aggregate when aggregate.Grouping.Contains(label):
                    node = aggregate.Expression;
                    break;
                case Call { Function.Name: "rate" or "irate" or "increase" or "delta" or "idelta" or "deriv" or "changes" or "resets" or "abs" or "ceil" or "floor" or "round"
                    or "avg_over_time" or "min_over_time" or "max_over_time" or "sum_over_time" or "last_over_time" or "count_over_time" } call:
                    node = call.Arguments[0];
                    break;
                case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Unless } binary:
                    node = binary.Left;
                    break;
                case BinaryExpression binary when binary.Right.Type == PromQlType.Scalar:
                    node = binary.Left;
                    break;
                case BinaryExpression binary when binary.Left.Type == PromQlType.Scalar:
                    node = binary.Right;
                    break;
                default:
                    return false;
            }
        }
    }

    private bool Scraped(VectorSelector selector, string label)
    {
        var names = selector.Matchers.Where(m => m is { Name: Job, Type: LabelMatchType.Equal, Value.Length: > 0 }).Select(m => m.Value).Distinct().ToList();
        var jobs = prometheus?.Jobs.Where(j => names.Contains(j.Name)).ToList() ?? [];
        // A recording rule may write series of that job's name, but then without most labels: only what no rule records is looked at.
        return names.Count == 1 && jobs.Count == 1 && selector.Name is { } metric && !metric.Contains(':', StringComparison.Ordinal) && Sets(jobs[0], label);
    }

    // A later step may take a label away again; then nothing is said.
    private static bool Sets(ScrapeJob job, string label)
    {
        var steps = job.RelabelSteps;
        var sets = steps.Where(s => s.TargetLabel?.Value == label).ToList();
        if (job.HonorLabels || !job.MetricRelabelSteps.IsEmpty || steps.Any(s => s.Action is not ("replace" or "keep" or "drop") || s.TargetLabel?.Value == Job))
        {
            return false;
        }

        return sets.Count == 0 ? label == Instance : sets.Count == 1 && sets[0] is { Action: RelabelStep.DefaultAction, Regex: null, Replacement: null, SourceLabels: [var from] } && NeverEmpty(job).Contains(from.Value);
    }

    private static IEnumerable<string> NeverEmpty(ScrapeJob job)
    {
        var roles = job.Discoveries.Select(d => d.Kind == "kubernetes" ? (d.Settings["role"] as ConfigurationScalar)?.Text.Value : null).Distinct().ToList();
        return job.StaticTargets.IsEmpty && roles is [{ } role] ? role switch { "pod" => OfPods, "node" => OfNodes, _ => OfOthers } : [];
    }
}
