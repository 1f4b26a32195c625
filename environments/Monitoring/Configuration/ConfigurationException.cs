namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A configuration cannot be read or rendered. The message is <c>file:line:column: what is wrong and what to do</c>, or begins with the path of a missing file or folder; it is one line, however long or odd what it quotes.</summary>
public sealed class ConfigurationException : Exception
{
    private const int MostCharacters = 1000;

    /// <summary>Creates the exception for something that has no place in a file.</summary>
    public ConfigurationException(string message) : base(PlainLine.Of(message, MostCharacters)) { }

    /// <summary>Creates the exception for something that has no place in a file, with its cause.</summary>
    public ConfigurationException(string message, Exception? innerException) : base(PlainLine.Of(message, MostCharacters), innerException) { }

    /// <summary>Creates the exception for a place in a file.</summary>
    public ConfigurationException(SourcePosition position, string message, Exception? innerException = null)
        : base(PlainLine.Of($"{position}: {message}", MostCharacters), innerException) => Position = position;

    /// <summary>Where it is; null when it has no place in a file.</summary>
    public SourcePosition? Position { get; }
}
