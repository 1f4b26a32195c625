using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>Tells of every metric who supplies it, as far as a configuration tells.</summary>
public sealed class MetricSupply
{
    // Prometheus writes these for every target and every alert.
    private static readonly ImmutableHashSet<string> Own =
    [
        "up", "scrape_duration_seconds", "scrape_samples_scraped", "scrape_samples_post_metric_relabeling", "scrape_series_added", "scrape_timeout_seconds",
        "scrape_sample_limit", "scrape_body_size_bytes", "ALERTS", "ALERTS_FOR_STATE",
    ];

    private const int MostNamed = 6;

    private static readonly ImmutableArray<string> CommonPorts = [":80", ":443", ":8080", ":8081", ":8443"];

    private readonly CheckSubject _subject;
    private readonly ImmutableDictionary<string, ImmutableArray<CheckedRecording>> _recordings;
    private readonly Dictionary<string, Supply> _found = new(StringComparer.Ordinal);
    private readonly bool _isOpen;
    private readonly ImmutableArray<string> _unknownTargets;

    private MetricSupply(CheckSubject subject)
    {
        _subject = subject;
        _recordings = subject.Recordings.GroupBy(r => r.Rule.Name).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
        Jobs = [.. (subject.Folder.Prometheus?.Jobs ?? []).Select(JobRecognition.Of)];
        _isOpen = subject.Folder.Prometheus is not { } prometheus || prometheus.Jobs.IsEmpty || Jobs.Any(j => j.IsOpen)
            || prometheus.Extra.Any(f => f.Name is "remote_read" or "scrape_config_files");
        _unknownTargets = [.. Jobs.SelectMany(j => j.UnknownTargets)];
    }

    /// <summary>The scrape jobs, in the order of the file.</summary>
    public ImmutableArray<RecognisedJob> Jobs { get; }

    /// <summary>Reads a configuration.</summary>
    public static MetricSupply Of(CheckSubject subject) => new(subject);

    /// <summary>Who supplies a metric.</summary>
    public Supply Find(string metric) => _found.TryGetValue(metric, out var found) ? found : _found[metric] = Look(metric);

    /// <summary>What is known of a metric: by the program that is scraped for it, else by the only program that has one of this name; null where that is nothing.</summary>
    public KnownMetric? Describe(string metric)
    {
        if (_recordings.ContainsKey(metric))
        {
            return null;
        }

        var scraped = Jobs.SelectMany(j => j.Exporters).Select(e => e.Find(metric)).FirstOrDefault(m => m is not null);
        return scraped ?? (ExporterCatalogue.All.Append(ExporterCatalogue.GoRuntime).Select(e => e.Find(metric)).OfType<KnownMetric>().ToList() is [var only] ? only : null);
    }

    private Supply Look(string metric)
    {
        if (_recordings.TryGetValue(metric, out var recordings))
        {
            return new Supply.Recorded(recordings);
        }

        if (Own.Contains(metric))
        {
            return new Supply.OfPrometheus();
        }

        var jobs = Jobs.Where(j => j.Exporters.Any(e => Has(e, metric) is { } known && IsOn(e, known))).ToImmutableArray();
        return jobs.IsEmpty ? Unsupplied(metric) : new Supply.Scraped(jobs, jobs.SelectMany(j => j.Exporters).Select(e => Has(e, metric)).First(m => m is not null)!);
    }

    private static KnownMetric? Has(Exporter exporter, string metric) =>
        exporter.Find(metric) ?? exporter.FamilyOf(metric) ?? ExporterCatalogue.GoRuntime.Find(metric) ?? ExporterCatalogue.GoRuntime.FamilyOf(metric);

    // Where nobody tells the flags, a collector may be on.
    private bool IsOn(Exporter exporter, KnownMetric metric) => metric.Flag is not { } flag || Flags(exporter) is not { } flags || flags.Any(f => IsOrSets(f, flag));

    private static bool IsOrSets(string flag, string name) => flag.TrimStart('-') is var bare && name.TrimStart('-') is var asked && (bare == asked || bare == asked + "=true");

    private ImmutableArray<string>? Flags(Exporter exporter) => _subject.Systems switch
    {
        { } systems when exporter == ExporterCatalogue.Postgres => systems.PostgresExporterFlags,
        { } systems when exporter == ExporterCatalogue.Redis => systems.RedisExporterFlags,
        _ => null,
    };

    private Supply Unsupplied(string metric)
    {
        if (_isOpen)
        {
            return new Supply.Untold();
        }

        if (metric.Contains(':', StringComparison.Ordinal))
        {
            return _subject.Folder.EmptyPatterns.IsEmpty && _subject.Folder.Unreadable.IsEmpty ? NotRecorded(metric) : new Supply.Untold();
        }

        if (ExporterCatalogue.All.FirstOrDefault(e => e.Owns(metric)) is not { } owner)
        {
            return new Supply.Untold();
        }

        return Jobs.Any(j => j.Exporters.Contains(owner)) ? NotExposed(owner, metric)
            : _unknownTargets.IsEmpty || (owner.Find(metric) is not null && !_unknownTargets.Any(t => MayBe(t, owner))) ? NotScraped(owner)
            : new Supply.Untold();
    }

    // cAdvisor and kube-state-metrics have no port of their own: what listens on a common one may be either.
    private static bool MayBe(string target, Exporter exporter) =>
        (exporter == ExporterCatalogue.Cadvisor || exporter == ExporterCatalogue.KubeStateMetrics)
        && (!target.Contains(':', StringComparison.Ordinal) || CommonPorts.Any(p => target.EndsWith(p, StringComparison.Ordinal)));

    private static Supply.Missing NotScraped(Exporter owner) =>
        new($"it is a metric of {owner.Name}, and prometheus.yml has no scrape job for that", $"add a scrape job for {owner.Name} to prometheus.yml");

    private Supply NotRecorded(string metric) => Near(metric, _recordings.Keys) is { } near
        ? new Supply.Missing("no recording rule has this name", $"did you mean {near}?")
        : new Supply.Missing("no recording rule has this name", "record it, or use a metric that is there");

    // Versions differ in their metrics: that one is not there is told where its flag is off, where its name is a slip, or where all about the exporter is known.
    private Supply NotExposed(Exporter owner, string metric)
    {
        if (owner.Find(metric) is { Flag: { } flag })
        {
            return new Supply.Missing($"{owner.Name} has it only with {flag}, which systems.yaml does not set", $"start {owner.Name} with {flag}");
        }

        if (Near(metric, owner.MetricNames) is { } near)
        {
            return new Supply.Missing($"{owner.Name} has no metric of that name", $"did you mean {near}?");
        }

        return Flags(owner) is { } flags && !flags.Any(IsCustom) && owner.FamilyOf(metric) is null
            ? new Supply.Missing($"{owner.Name} has no metric of that name", Suggest(owner, metric))
            : new Supply.Untold();
    }

    private static bool IsCustom(string flag) => flag.Contains("query-path", StringComparison.Ordinal) || flag.Contains("script", StringComparison.Ordinal) || flag.Contains("check-", StringComparison.Ordinal);

    private static string? Near(string metric, IEnumerable<string> names) =>
        names.Select(n => (Name: n, Distance: EditDistance.Within(metric, n, 2))).Where(n => n.Distance is not null).OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).FirstOrDefault().Name;

    // The metrics that share the longest beginning with it, unless they are too many to name.
    private static string Suggest(Exporter owner, string metric)
    {
        for (var cut = metric.LastIndexOf('_'); cut > 0; cut = metric.LastIndexOf('_', cut - 1))
        {
            var start = metric[..(cut + 1)];
            if (owner.MetricNames.Where(n => n.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } others)
            {
                return others.Count <= MostNamed ? $"use what it has: {string.Join(", ", others)}{(owner.Find(others[0])?.Flag is { } flag ? $", with {flag}" : "")}" : $"use one of the {others.Count} metrics {start}… that it has";
            }
        }

        return "use a metric that it has";
    }
}
