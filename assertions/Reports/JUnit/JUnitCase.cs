namespace NovaCron.Validation.Assertions.Reports.JUnit;

/// <summary>How a case ended.</summary>
public enum JUnitOutcome
{
    /// <summary>As it should.</summary>
    Passed,

    /// <summary>What was asked of it is not so.</summary>
    Failed,

    /// <summary>It could not be judged.</summary>
    Errored,

    /// <summary>It does not count, for a reason that is told.</summary>
    Skipped,
}

/// <summary>A case of a suite.</summary>
/// <param name="ClassName">What it belongs to; servers show what stands before the last dot as its package.</param>
/// <param name="Name">Name.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record JUnitCase(string ClassName, string Name, JUnitOutcome Outcome)
{
    /// <summary>What kind of failure or error it is, e.g. <c>defect</c>.</summary>
    public string Type { get; init; } = "defect";

    /// <summary>Why it did not pass, in one line; empty on one that did.</summary>
    public string Reason { get; init; } = "";

    /// <summary>More about a failure or error, line by line.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Its time, seconds; null where none was measured.</summary>
    public double? Seconds { get; init; }
}
