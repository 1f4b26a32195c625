using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>A configuration that Prometheus' and Alertmanager's own tools have looked at, rendered for cells.</summary>
internal sealed record PreparedConfiguration
{
    /// <summary>The configuration.</summary>
    public required MonitoringConfiguration Source { get; init; }

    /// <summary>As the cells run it.</summary>
    public required RenderedConfiguration Rendered { get; init; }

    /// <summary>Rule files that Prometheus refuses, with its reason; they are set aside.</summary>
    public required ImmutableSortedDictionary<string, string> Refused { get; init; }

    /// <summary>Asks the tools, sets refused rule files aside, and renders the rest.</summary>
    /// <exception cref="ConfigurationException">Prometheus or Alertmanager refuse their own file, or a duration cannot be scaled.</exception>
    public static async Task<PreparedConfiguration> PrepareAsync(
        MonitoringConfiguration source, TimeScale scale, ConfigurationCheck check, CancellationToken cancellationToken)
    {
        var prometheus = check.PrometheusAsync("prometheus.yml", source.Prometheus.File.Bytes, cancellationToken);
        var alertmanager = check.AlertmanagerAsync("alertmanager.yml", source.Alertmanager.File.Bytes, cancellationToken);
        var rules = source.RuleFiles.Select(async file => (file.Path, Refusal: await check.RulesAsync(file.Path, file.File.Bytes, cancellationToken))).ToList();
        if ((await prometheus ?? await alertmanager) is { } refusal)
        {
            await Task.WhenAll(rules);
            throw new ConfigurationException($"{source.Directory}: {refusal}");
        }

        var refused = (await Task.WhenAll(rules)).Where(r => r.Refusal is not null).ToImmutableSortedDictionary(r => r.Path, r => r.Refusal!);
        return new PreparedConfiguration
        {
            Source = source,
            Refused = refused,
            Rendered = ConfigurationRenderer.Render(source, scale, new RenderOptions { SetAside = [.. refused.Keys] }),
        };
    }

    /// <summary>Why the file that holds an alert was refused; null when it was not.</summary>
    public string? RefusalOf(string alert, string promisedFile)
    {
        var holders = Source.RuleFiles.Where(f => f.Groups.Any(g => g.Rules.Any(r => r.Name == alert))).Select(f => f.Path);
        return holders.Append($"rules/{promisedFile}").Select(path => Refused.GetValueOrDefault(path)).FirstOrDefault(r => r is not null);
    }
}
