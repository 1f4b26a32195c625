using System.Net;

namespace NovaCron.Validation.StandIns.Engine;

/// <summary>The container engine refused a call, or did not answer in time.</summary>
internal sealed class EngineFailure(string message, HttpStatusCode? status = null, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>The engine's answer; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;
}
