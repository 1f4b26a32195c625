using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>
/// Promtail is told which files to read, every label by which the documented queries select is set by relabelling or by the pipeline, no label is
/// made from something that Kubernetes' discovery does not know, and every line that the API wrote passes the pipeline's stages.
/// </summary>
public static partial class LogSurface
{
    /// <summary>The alert in whose cell the API's lines are kept: faults of database and cache make it write about both.</summary>
    public const string Alert = HealthSurface.Alert;

    /// <summary>One result for each thing that is documented about logs.</summary>
    public static IEnumerable<SurfaceResult> Judge(PromtailFile? promtail, IReadOnlyCollection<SurfaceEvidence> cells)
    {
        if (promtail is null)
        {
            yield return Result("promtail.yml", Outcome.NotApplicable, $"the configuration has no {PromtailFile.FileName}");
            yield break;
        }

        yield return promtail.Jobs.Length > 0 && PromtailJudgement.WithoutPath(promtail).IsEmpty
            ? Result(PromtailJudgement.FilesSubject, Outcome.Pass, $"relabelling sets {PromtailJob.Path}")
            : Result(PromtailJudgement.FilesSubject, Outcome.Fail, $"expected relabelling to set {PromtailJob.Path}, which says what files Promtail reads, found that nothing does: it reads none");
        yield return Sources(promtail);
        foreach (var query in LogQuery.All)
        {
            yield return Labels(query, promtail);
        }

        yield return Lines(promtail, cells.FirstOrDefault(c => c.Alert == Alert));
    }

    private static SurfaceResult Sources(PromtailFile promtail)
    {
        var unknown = PromtailJudgement.UnknownSources(promtail).Select(u => $"{u.Step.TargetLabel} from {string.Join(", ", u.Step.SourceLabels)}").Distinct().ToList();
        return unknown.Count == 0
            ? Result(PromtailJudgement.LabelsSubject, Outcome.Pass, "every label is made from what Kubernetes' discovery of pods knows")
            : Result(PromtailJudgement.LabelsSubject, Outcome.Fail, $"expected labels made from what Kubernetes' discovery of pods knows, found {string.Join("; ", unknown)}: always empty");
    }

    private static SurfaceResult Labels(LogQuery query, PromtailFile promtail)
    {
        var missing = PromtailJudgement.NeverSet(query, promtail);
        return missing.IsEmpty
            ? Result(query.Name, Outcome.Pass, $"its labels are set: {string.Join(", ", query.Labels)}")
            : Result(query.Name, Outcome.Fail, $"expected something to set {string.Join(" and ", missing)}, by which it selects, found nothing: it finds no line");
    }

    private static SurfaceResult Lines(PromtailFile promtail, SurfaceEvidence? cell)
    {
        const string subject = "log lines";
        if (cell is null)
        {
            return Result(subject, Outcome.NotReached, $"they are kept in the cell of {Alert}, which did not run");
        }

        var wrong = (from line in cell.LogLines from job in promtail.Jobs let problem = Problem(line, job) where problem is not null select $"{problem}: {line}").ToList();
        return (cell.LogLines.Length, wrong.Count) switch
        {
            (0, _) => Result(subject, Outcome.Inconclusive, $"there are none: {string.Join("; ", cell.Errors)}"),
            (var lines, 0) => Result(subject, Outcome.Pass, FormattableString.Invariant($"{lines} lines of the API pass every stage of the pipeline")),
            var (lines, count) => Result(subject, Outcome.Fail, FormattableString.Invariant($"expected every line of the API to pass the pipeline, found {count} of {lines} that do not, the first with {wrong[0]}")),
        };
    }

    private static string? Problem(string line, PromtailJob job)
    {
        JsonElement root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException)
        {
            return "no JSON";
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return "no JSON object";
        }

        var fields = job.Expressions.ToImmutableDictionary(e => e.Key, e => root.TryGetProperty(e.Value.Length > 0 ? e.Value : e.Key, out var value) ? value.ToString() : "");
        var empty = fields.Where(f => f.Value.Length == 0).Select(f => f.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        var at = job.TimestampSource is { } source ? fields.GetValueOrDefault(source, "") : null;
        return empty is not null ? $"no {empty}"
            : at is not null && job.TimestampFormat == "RFC3339" && !IsRfc3339(at) ? "a timestamp that is not RFC 3339"
            : null;
    }

    private static bool IsRfc3339(string text) => Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static SurfaceResult Result(string subject, Outcome outcome, string detail) => new(SurfaceKind.Logs, subject, outcome, detail);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex Rfc3339();
}
