using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>A configuration made ready for a cell.</summary>
public sealed record RenderedConfiguration
{
    /// <summary>Contents of <c>prometheus.yml</c>, <c>alertmanager.yml</c> and <c>rules/…</c>, by path relative to the configuration's folder.</summary>
    public required ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files { get; init; }

    /// <summary>Everything in which the cell differs from the configuration, file by file; at N = 1, with no file set aside, nothing.</summary>
    public required ImmutableArray<RenderedChange> Changes { get; init; }

    /// <summary>Command-line flags that scale Prometheus' own durations; none at N = 1.</summary>
    public required ImmutableArray<string> PrometheusFlags { get; init; }

    /// <summary>Command-line flags of Alertmanager: one that is alone needs no cluster port, at any N.</summary>
    public required ImmutableArray<string> AlertmanagerFlags { get; init; }
}

/// <summary>One difference between a configuration and what a cell runs.</summary>
/// <param name="File">File relative to the configuration's folder, or <see cref="PrometheusCommandLine"/>.</param>
/// <param name="Line">Line in the configuration's file, from 1; 0 where there is no file.</param>
/// <param name="Change">What changed, e.g. <c>scrape_interval 15s -> 600ms</c>.</param>
public sealed record RenderedChange(string File, int Line, string Change)
{
    /// <summary>Stands for the file in a change of a flag.</summary>
    public const string PrometheusCommandLine = "prometheus command line";
}

/// <summary>What else rendering is told.</summary>
public sealed record RenderOptions
{
    /// <summary>Rule files that are left out, because Prometheus would refuse to start with them: paths relative to the configuration's folder.</summary>
    public ImmutableHashSet<string> SetAside { get; init; } = [];
}
