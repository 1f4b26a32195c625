namespace NovaCron.Validation.Scenarios;

/// <summary>The command line or a file that it names is wrong; the message says what and what to do. Exit code 2.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception.</summary>
    public UsageException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public UsageException(string message, Exception? innerException) : base(message, innerException) { }
}
