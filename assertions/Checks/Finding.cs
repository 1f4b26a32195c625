using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is broken.</summary>
    Info,

    /// <summary>Works today, and will mislead somebody.</summary>
    Warning,

    /// <summary>A promise is broken, or somebody is not told.</summary>
    Error,
}

/// <summary>Something that a check found in a configuration.</summary>
public sealed record Finding
{
    /// <summary>Name of the check, which is the path of its page, e.g. <c>route/unreachable</c>.</summary>
    public required string Check { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about: an alert, a receiver, a metric, a panel, ….</summary>
    public required string Subject { get; init; }

    /// <summary>Where it is: the file relative to the configuration's folder, line and column from 1.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>How many characters to underline there; 0 for the rest of the line.</summary>
    public int Length { get; init; }

    /// <summary>What is wrong, in one sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What mends it, in one sentence without a full stop; null where that is for its author to say.</summary>
    public string? Fix { get; init; }

    /// <summary>Ledger entry that foretells it; null for none.</summary>
    public string? KnownDefect { get; init; }
}
