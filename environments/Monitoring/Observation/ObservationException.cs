namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>An observer (Prometheus, Alertmanager or the receivers' stand-in) could not be asked or gave no usable answer. Never a verdict: what depends on it is inconclusive.</summary>
public sealed class ObservationException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ObservationException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public ObservationException(string message, Exception? innerException) : base(message, innerException) { }
}
