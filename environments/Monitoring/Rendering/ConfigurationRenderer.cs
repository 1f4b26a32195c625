using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Divides every documented duration of a configuration by N and changes nothing else, not even a comment.</summary>
public static class ConfigurationRenderer
{
    // Prometheus' own defaults, from its --help.
    private static readonly (string Flag, TimeSpan Default)[] PrometheusDurations =
    [
        ("--query.lookback-delta", TimeSpan.FromMinutes(5)),
        ("--rules.alert.resend-delay", TimeSpan.FromMinutes(1)),
        ("--rules.alert.for-grace-period", TimeSpan.FromMinutes(10)),
        ("--rules.alert.for-outage-tolerance", TimeSpan.FromHours(1)),
    ];

    /// <summary>Renders a configuration.</summary>
    /// <exception cref="ConfigurationException">A duration divided by N is no whole number of milliseconds; the message names it and the scales that work for all.</exception>
    /// <exception cref="ArgumentException">A file to set aside is no rule file of the configuration.</exception>
    public static RenderedConfiguration Render(MonitoringConfiguration configuration, TimeScale scale, RenderOptions? options = null)
    {
        var setAside = (options ?? new RenderOptions()).SetAside;
        if (setAside.Except(configuration.RuleFiles.Select(f => f.Path)) is { Count: > 0 } unknown)
        {
            throw new ArgumentException($"no rule file of {configuration.Directory} is called {string.Join(", ", unknown)}", nameof(options));
        }

        var kept = configuration.RuleFiles.Where(f => !setAside.Contains(f.Path)).ToList();
        var leftOut = setAside.Order(StringComparer.Ordinal).Select(f => new RenderedChange(f, 1, "left out: Prometheus does not load it"));
        var isScaled = scale.Factor > 1;
        List<(ConfigurationFile File, IReadOnlyList<DurationSite> Sites)> files =
        [
            (configuration.Prometheus.File, isScaled ? FileDurations.Of(configuration.Prometheus) : []),
            (configuration.Alertmanager.File, isScaled ? FileDurations.Of(configuration.Alertmanager) : []),
            .. kept.Select(f => (f.File, isScaled ? FileDurations.Of(f) : [])),
        ];
        RefuseFractions(files, scale);
        var flags = isScaled ? PrometheusDurations : [];
        return new RenderedConfiguration
        {
            Files = files.ToImmutableSortedDictionary(f => f.File.Name, f => Apply(f.File, f.Sites, scale), StringComparer.Ordinal),
            Changes =
            [
                .. files.SelectMany(f => f.Sites.Select(s => Describe(f.File, s, scale))),
                .. leftOut,
                .. flags.Select(f => new RenderedChange(RenderedChange.PrometheusCommandLine, 0, $"{f.Flag} {PrometheusDuration.Format(f.Default)} -> {Scaled(f.Default, scale)}")),
            ],
            PrometheusFlags = [.. flags.Select(f => $"{f.Flag}={Scaled(f.Default, scale)}")],
            AlertmanagerFlags = ["--cluster.listen-address="],
        };
    }

    private static ReadOnlyMemory<byte> Apply(ConfigurationFile file, IReadOnlyList<DurationSite> sites, TimeScale scale)
    {
        if (sites.Count == 0)
        {
            return file.Bytes;
        }

        var text = new StringBuilder();
        var at = 0;
        foreach (var site in sites)
        {
            text.Append(file.Text, at, site.Offset - at).Append(site.Before).Append(Scaled(site.Value, scale)).Append(site.Behind);
            at = site.Offset + site.Length;
        }

        return file.Encode(text.Append(file.Text, at, file.Text.Length - at).ToString());
    }

    private static RenderedChange Describe(ConfigurationFile file, DurationSite site, TimeScale scale) => new(
        file.Name,
        PositionOf(file, site).Line,
        $"{site.What} {site.Documented}{(site.IsDefault ? " (default)" : "")} -> {Scaled(site.Value, scale)}");

    private static void RefuseFractions(List<(ConfigurationFile File, IReadOnlyList<DurationSite> Sites)> files, TimeScale scale)
    {
        var offender = files.SelectMany(f => f.Sites.Select(s => (f.File, Site: s))).FirstOrDefault(s => !Divides(s.Site.Value, scale.Factor));
        if (offender.Site is { } site)
        {
            throw new ConfigurationException(PositionOf(offender.File, site),
                $"{site.What} {site.Documented} divided by {scale.Factor} is no whole number of milliseconds; {Working(files, scale)}");
        }

        if (scale.Factor > 1 && PrometheusDurations.FirstOrDefault(f => !Divides(f.Default, scale.Factor)) is { Flag: not null } flag)
        {
            throw new ConfigurationException(
                $"Prometheus' {flag.Flag} {PrometheusDuration.Format(flag.Default)} divided by {scale.Factor} is no whole number of milliseconds; {Working(files, scale)}");
        }
    }

    private static string Working(List<(ConfigurationFile File, IReadOnlyList<DurationSite> Sites)> files, TimeScale scale)
    {
        var durations = files.SelectMany(f => f.Sites).Select(s => s.Value).Concat(PrometheusDurations.Select(f => f.Default)).ToList();
        var working = Enumerable.Range(1, 300).Where(n => durations.TrueForAll(d => Divides(d, n)));
        return $"time scales that work for every duration instead of {scale.Factor}: {string.Join(", ", working)}";
    }

    private static bool Divides(TimeSpan documented, int factor) => documented.Ticks % (factor * TimeSpan.TicksPerMillisecond) == 0;

    private static string Scaled(TimeSpan documented, TimeScale scale) => PrometheusDuration.Format(TimeSpan.FromTicks(documented.Ticks / scale.Factor));

    private static SourcePosition PositionOf(ConfigurationFile file, DurationSite site)
    {
        var before = file.Text.AsSpan(0, site.Offset);
        return new SourcePosition(file.Name, before.Count('\n') + 1, site.Offset - before.LastIndexOf('\n'));
    }
}
