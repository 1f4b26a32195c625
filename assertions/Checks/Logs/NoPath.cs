using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Logs;

/// <summary>A scrape configuration of Promtail that is told no files to read.</summary>
public sealed class NoPath : ICheck
{
    /// <inheritdoc/>
    public string Name => "logs/no-path";

    /// <inheritdoc/>
    public string About => "a scrape configuration of Promtail that is told no files to read";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from job in subject.Folder.Promtail is { } promtail ? PromtailJudgement.WithoutPath(promtail) : []
        let place = TextPlace.Of(job.NamePosition, job.Name)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = PromtailJudgement.FilesSubject,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected something to set {PromtailJob.Path}, which says what files are read, found that nothing does: not one line is read",
            Fix = "make __path__ from the pod's uid and the container's name, as in /var/log/pods/*$1/*.log, or set it among the labels of static_configs",
        };
}
