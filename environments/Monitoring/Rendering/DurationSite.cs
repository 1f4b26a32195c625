namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>A place in a file's text where a documented duration stands, or where one that the file leaves out is put.</summary>
/// <param name="Offset">Offset into the text.</param>
/// <param name="Length">Length of what is replaced; 0 for a duration that the file leaves out.</param>
/// <param name="What">Whose duration it is, e.g. <c>HighErrorRate for</c>.</param>
/// <param name="Documented">The duration as written, e.g. <c>5m</c>.</param>
/// <param name="Value">The duration, documented time.</param>
internal sealed record DurationSite(int Offset, int Length, string What, string Documented, TimeSpan Value)
{
    /// <summary>Text put before the duration.</summary>
    public string Before { get; init; } = "";

    /// <summary>Text put behind the duration.</summary>
    public string Behind { get; init; } = "";

    /// <summary>Whether the file leaves the duration out and the program's own default is meant.</summary>
    public bool IsDefault { get; init; }
}
