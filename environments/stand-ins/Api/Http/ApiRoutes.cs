using NovaCron.Validation.StandIns.Api.Metrics;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>Adds routes together with the series that count them, so that no route is without.</summary>
/// <param name="endpoints">Where routes go.</param>
/// <param name="metrics">Where series go.</param>
internal sealed class ApiRoutes(IEndpointRouteBuilder endpoints, HttpMetrics metrics)
{
    /// <summary>Adds a route.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its template, which is its label too.</param>
    /// <param name="handle">What it does.</param>
    /// <param name="statuses">What it answers with, besides 500 and 503.</param>
    public void Add(string method, string path, RequestDelegate handle, params int[] statuses)
    {
        endpoints.MapMethods(path, [method], handle);
        metrics.Expect(method, path, [.. statuses.Append(500).Append(503).Select(status => $"{status}")]);
    }
}
