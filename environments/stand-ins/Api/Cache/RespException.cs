namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>The cache could not be asked, or answered with an error.</summary>
internal sealed class RespException : Exception
{
    /// <summary>Says what was attempted, on what, and what came back.</summary>
    /// <param name="message">That.</param>
    /// <param name="inner">What caused it.</param>
    public RespException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
