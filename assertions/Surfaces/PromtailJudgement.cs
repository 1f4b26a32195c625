using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>What can be said of a <c>promtail.yml</c> without running it.</summary>
public static partial class PromtailJudgement
{
    /// <summary>Under which the ledger knows what Promtail reads.</summary>
    public const string FilesSubject = "Promtail's files";

    /// <summary>Under which the ledger knows what Promtail's labels are made from.</summary>
    public const string LabelsSubject = "Promtail's labels";

    private const string Discovered = "__meta_";

    /// <summary>The jobs of which surely nothing says what files they read.</summary>
    public static ImmutableArray<PromtailJob> WithoutPath(PromtailFile promtail) => [.. promtail.Jobs.Where(j => j.HasTargetsWithoutPath)];

    /// <summary>The labels from which relabelling makes others although Kubernetes' discovery of pods has no label of that name.</summary>
    public static ImmutableArray<(RelabelStep Step, ConfigurationText Source)> UnknownSources(PromtailFile promtail) =>
    [
        .. from job in promtail.Jobs
           where job.Roles is ["pod"]
           from step in job.Steps
           where step.TargetLabel is not null
           from source in step.SourceLabels
           where source.Value.StartsWith(Discovered, StringComparison.Ordinal) && !PodLabel().IsMatch(source.Value)
           select (step, source),
    ];

    /// <summary>The labels of a query that surely nothing sets.</summary>
    public static ImmutableArray<string> NeverSet(LogQuery query, PromtailFile promtail) =>
        promtail.Jobs.Any(j => j.Steps.Any(s => s.Action == "labelmap")) ? [] : [.. query.Labels.Where(l => !promtail.Jobs.Any(j => j.SetLabels.Contains(l)))];

    // Source: Prometheus' documentation of kubernetes_sd_config, role pod, which Promtail shares; the node's and the namespace's are there where attach_metadata asks for them.
    [GeneratedRegex("^__meta_kubernetes_(namespace|namespace_.+|node_.+|pod_(name|ip|label_.+|labelpresent_.+|annotation_.+|annotationpresent_.+|container_(init|name|id|image|port_name|port_number|port_protocol)|ready|phase|node_name|host_ip|uid|controller_kind|controller_name|deployment_name|cronjob_name|job_name))$")]
    private static partial Regex PodLabel();
}
