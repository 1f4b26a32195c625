using System.Text.Json.Serialization;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>The answer to GET /health, as the strategy documents it.</summary>
/// <param name="Status">"healthy" or "unhealthy".</param>
/// <param name="Timestamp">RFC 3339, in UTC, to the second.</param>
internal sealed record BasicHealth(string Status, string Timestamp);

/// <summary>The answer to GET /health/detailed, as the strategy documents it.</summary>
/// <param name="Status">"unhealthy" as soon as one component is.</param>
/// <param name="Timestamp">RFC 3339, in UTC, to the second.</param>
/// <param name="Components">The components that are configured.</param>
/// <param name="Version">The API's version.</param>
/// <param name="UptimeSeconds">Whole seconds since the process started.</param>
internal sealed record DetailedHealth(string Status, string Timestamp, HealthComponents Components, string Version, long UptimeSeconds);

/// <summary>The components; one that is not configured is left out.</summary>
/// <param name="Database">PostgreSQL.</param>
/// <param name="Cache">Redis.</param>
/// <param name="Dwcp">DWCP.</param>
internal sealed record HealthComponents(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HealthComponents.DatabaseState? Database,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HealthComponents.CacheState? Cache,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HealthComponents.DwcpState? Dwcp)
{
    /// <summary>The word for a component that works.</summary>
    public const string Healthy = "healthy";

    /// <summary>The word for one that does not.</summary>
    public const string Unhealthy = "unhealthy";

    /// <summary>"unhealthy" as soon as one component is.</summary>
    [JsonIgnore]
    public string Status => Database?.Status == Unhealthy || Cache?.Status == Unhealthy || Dwcp?.Status == Unhealthy ? Unhealthy : Healthy;

    /// <summary>How the database is.</summary>
    /// <param name="Status">Whether it answers.</param>
    /// <param name="LatencyMs">How long the answer, or the failure, took.</param>
    /// <param name="Connections">Server processes connected to it; null when it did not answer.</param>
    internal sealed record DatabaseState(string Status, double LatencyMs, long? Connections);

    /// <summary>How the cache is.</summary>
    /// <param name="Status">Whether it answers.</param>
    /// <param name="LatencyMs">How long the answer, or the failure, took.</param>
    /// <param name="HitRate">The server's hits per lookup; null when it did not answer or had no lookup.</param>
    internal sealed record CacheState(string Status, double LatencyMs, double? HitRate);

    /// <summary>How DWCP is.</summary>
    /// <param name="Status">Unhealthy when there are peers and none answers.</param>
    /// <param name="ActiveStreams">Open streams.</param>
    /// <param name="BandwidthUtilization">Reserved ÷ available bandwidth.</param>
    internal sealed record DwcpState(string Status, int ActiveStreams, double BandwidthUtilization);
}
