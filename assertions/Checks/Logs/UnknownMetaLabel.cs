using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Checks.Logs;

/// <summary>A label of Promtail that is made from something which discovery does not know.</summary>
public sealed class UnknownMetaLabel : ICheck
{
    /// <inheritdoc/>
    public string Name => "logs/unknown-meta-label";

    /// <inheritdoc/>
    public string About => "a label of log lines that is made from a label which Kubernetes' discovery of pods does not have";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from unknown in subject.Folder.Promtail is { } promtail ? PromtailJudgement.UnknownSources(promtail) : []
        let place = TextPlace.Of(unknown.Source)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = PromtailJudgement.LabelsSubject,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected a label of Kubernetes' discovery of pods, found {unknown.Source}, which it does not have: {(unknown.Step.SourceLabels.Length == 1 ? $"the label {unknown.Step.TargetLabel} is always empty" : $"its part of the label {unknown.Step.TargetLabel} is always empty")}",
            Fix = unknown.Source.Value.StartsWith("__meta_kubernetes_container_", StringComparison.Ordinal)
                ? $"read {unknown.Source.Value.Replace("__meta_kubernetes_container_", "__meta_kubernetes_pod_container_", StringComparison.Ordinal)}"
                : "read a label that the discovery has",
        };
}
