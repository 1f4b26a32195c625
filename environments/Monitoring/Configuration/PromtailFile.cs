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
    /// <summary>The label that says which files are read.</summary>
    public const string Path = "__path__";

    /// <summary><c>job_name</c>; empty when missing.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name stands; the job itself when it is missing.</summary>
    public required SourcePosition NamePosition { get; init; }

    /// <summary><c>relabel_configs</c>, in this order.</summary>
    public ImmutableArray<RelabelStep> Steps { get; init; } = [];

    /// <summary>Every label that anything in the file may set on the job's lines, whatever the stage; without those of discovery and of <c>labelmap</c>.</summary>
    public ImmutableHashSet<string> SetLabels { get; init; } = [];

    /// <summary>The roles of its Kubernetes discovery; none where it has none.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Whether it has targets whose lines are to come from files, and surely nothing says which files.</summary>
    public bool HasTargetsWithoutPath { get; init; }

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
