namespace NovaCron.Validation.Assertions.Reports.JUnit;

/// <summary>Cases that belong together.</summary>
/// <param name="Name">Name.</param>
/// <param name="Cases">The cases, in order.</param>
public sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases)
{
    /// <summary>When it began; null where that is not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Facts about it, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];
}
