namespace NovaCron.Validation.Scenarios.Load;

/// <summary>A load could not be started; the message says which, against what, what came back and what to do.</summary>
public sealed class LoadException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LoadException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public LoadException(string message, Exception? innerException) : base(message, innerException) { }
}
