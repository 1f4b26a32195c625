namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A configuration cannot be read or rendered. The message is <c>file:line:column: what is wrong and what to do</c>, or begins with the path of a missing file or folder.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception for something that has no place in a file.</summary>
    public ConfigurationException(string message) : base(message) { }

    /// <summary>Creates the exception for something that has no place in a file, with its cause.</summary>
    public ConfigurationException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Creates the exception for a place in a file.</summary>
    public ConfigurationException(SourcePosition position, string message, Exception? innerException = null)
        : base($"{position}: {message}", innerException) => Position = position;

    /// <summary>Where it is; null when it has no place in a file.</summary>
    public SourcePosition? Position { get; }
}
