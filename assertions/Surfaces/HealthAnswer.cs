namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>How things were when a health endpoint was asked.</summary>
public enum HealthMoment
{
    /// <summary>All is well.</summary>
    AllWell,

    /// <summary>The cache is dead.</summary>
    CacheDown,

    /// <summary>The cache serves again.</summary>
    CacheBack,

    /// <summary>The database is dead.</summary>
    DatabaseDown,

    /// <summary>The database serves again.</summary>
    DatabaseBack,
}

/// <summary>The last answer of a health endpoint at a moment, after it was given the time to notice.</summary>
/// <param name="Path">Path of the endpoint.</param>
/// <param name="Moment">How things were.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">Body, or what went wrong.</param>
public sealed record HealthAnswer(string Path, HealthMoment Moment, int Status, string Body);
