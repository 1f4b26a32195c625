namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>An expression that RE2 would refuse.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="offset">Where in the expression, from 0.</param>
public sealed class Re2Exception(string message, int offset) : Exception(message)
{
    /// <summary>Where in the expression, from 0.</summary>
    public int Offset { get; } = offset;
}
