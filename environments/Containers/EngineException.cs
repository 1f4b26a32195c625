namespace NovaCron.Validation.Environments.Containers;

/// <summary>The container engine could not do what was asked; the message says what was attempted, on what, what came back and what to do.</summary>
public sealed class EngineException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EngineException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public EngineException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>The HTTP status that the engine answered with; null when the failure is not an answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the engine took a call and never answered it; only a restart of the engine helps.</summary>
    public bool EngineHangs { get; init; }
}
