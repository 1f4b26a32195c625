namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A text under a name: a label, an annotation, a setting.</summary>
/// <param name="Name">The name.</param>
/// <param name="Position">Where the name stands.</param>
/// <param name="Text">The text and its place.</param>
public sealed record ConfigurationEntry(string Name, SourcePosition Position, ConfigurationText Text)
{
    /// <summary>The text.</summary>
    public string Value => Text.Value;
}
