namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>promtool is not there or did not run; the message says what was attempted, what came back and what to do.</summary>
public sealed class RuleTesterException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RuleTesterException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public RuleTesterException(string message, Exception? innerException) : base(message, innerException) { }
}
