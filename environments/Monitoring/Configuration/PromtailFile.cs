using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>What the suite knows of a <c>promtail.yml</c>: where log lines come from, and what is made of them.</summary>
/// <param name="File">The file.</param>
/// <param name="Jobs">Its scrape configurations.</param>
public sealed record PromtailFile(ConfigurationFile File, ImmutableArray<PromtailJob> Jobs)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "promtail.yml";
}

/// <summary>A scrape configuration of Promtail.</summary>
public sealed record PromtailJob
{
    /// <summary>Labels that relabelling sets, each with what it is made from; <c>__path__</c> says which files are read.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Targets { get; init; }

    /// <summary>Fields that the pipeline takes out of a line of JSON: the name in the pipeline, and the expression.</summary>
    public required ImmutableSortedDictionary<string, string> Expressions { get; init; }

    /// <summary>Labels that the pipeline sets: the label, and the field it is taken from.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>The field that a line's timestamp is taken from; null when the pipeline sets none.</summary>
    public string? TimestampSource { get; init; }

    /// <summary>The timestamp's format, e.g. <c>RFC3339</c>.</summary>
    public string? TimestampFormat { get; init; }
}
