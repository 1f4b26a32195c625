namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A place in a configuration file, as editors count it.</summary>
/// <param name="File">File relative to the configuration's folder, e.g. <c>rules/cache-alerts.yml</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
