namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>Whether something is so, as far as a configuration tells.</summary>
public enum Certainty
{
    /// <summary>It is not, whatever the data.</summary>
    No,

    /// <summary>It depends on the data.</summary>
    Maybe,

    /// <summary>It is, whatever the data.</summary>
    Yes,
}
