namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A metric of a program that is known. Data/README.md says where the facts come from.</summary>
/// <param name="Name">Its name; one that ends in <c>*</c> stands for a family of which only the names are known.</param>
/// <param name="Type">What kind of number it is.</param>
public sealed record KnownMetric(string Name, MetricType Type)
{
    private const string ZeroSetting = "zero:setting:";

    /// <summary>The flag without which the program does not have it; null where it needs none.</summary>
    public string? Flag { get; init; }

    /// <summary>Whether it tells something on a replica only, and is constant on a primary.</summary>
    public bool IsReplicaOnly { get; init; }

    /// <summary>Which values it can have.</summary>
    public MetricUnit Unit { get; init; }

    /// <summary>Whether it is 0 for the sandbox of every pod.</summary>
    public bool IsZeroForSandboxes { get; init; }

    /// <summary>The setting under which it is 0, e.g. <c>maxmemory is not set</c>; null where none is known.</summary>
    public string? ZeroWhere { get; init; }

    /// <summary>Whether it counts up although its declared type is gauge.</summary>
    public bool CountsUp { get; init; }

    /// <summary>Whether it counts restarts, which the kubelet delays.</summary>
    public bool IsPacedByKubelet { get; init; }

    /// <summary>Whether <c>rate</c> of it means nothing.</summary>
    public bool IsGauge => Type == MetricType.Gauge && !CountsUp;

    /// <summary>The same metric with a note of the data files read into it.</summary>
    /// <exception cref="FormatException">There is no such note.</exception>
    internal KnownMetric With(string note) => note switch
    {
        _ when note.StartsWith("flag:", StringComparison.Ordinal) => this with { Flag = note["flag:".Length..] },
        _ when note.StartsWith(ZeroSetting, StringComparison.Ordinal) => this with { ZeroWhere = note[ZeroSetting.Length..] },
        "replica-only" => this with { IsReplicaOnly = true },
        "unit:boolean" => this with { Unit = MetricUnit.Boolean },
        "unit:ratio" => this with { Unit = MetricUnit.Ratio },
        "zero:sandbox" => this with { IsZeroForSandboxes = true },
        "counts" => this with { CountsUp = true },
        "paced:kubelet" => this with { IsPacedByKubelet = true },
        _ => throw new FormatException($"metric {Name} has the note '{note}', which is none"),
    };
}
