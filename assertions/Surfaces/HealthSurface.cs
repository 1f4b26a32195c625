using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>
/// The health endpoints answer in the documented form, say that they are unhealthy while the cache or the database is dead, name the component,
/// and recover. The strategy does not say with which HTTP status, so none is asked for.
/// </summary>
public static class HealthSurface
{
    /// <summary>The endpoint that tells no more than whether all is well.</summary>
    public const string Basic = "/health";

    /// <summary>The endpoint that tells of every component.</summary>
    public const string Detailed = "/health/detailed";

    /// <summary>The alert in whose cell the endpoints are asked: the one with API, database and cache.</summary>
    public const string Alert = "ServiceDown";

    private const string Healthy = "healthy";

    private static readonly ImmutableArray<(string Component, ImmutableArray<string> Numbers)> Components =
    [
        ("database", ["latency_ms", "connections"]), ("cache", ["latency_ms", "hit_rate"]), ("dwcp", ["active_streams", "bandwidth_utilization"]),
    ];

    /// <summary>Judges an endpoint at a moment.</summary>
    public static SurfaceResult Judge(string path, HealthMoment moment, IEnumerable<SurfaceEvidence> cells)
    {
        var subject = $"{path} {Words(moment)}";
        if (cells.FirstOrDefault(c => c.Alert == Alert) is not { } cell)
        {
            return new(SurfaceKind.Health, subject, Outcome.NotReached, $"it is asked in the cell of {Alert}, which did not run");
        }

        if (cell.Health.FirstOrDefault(h => h.Path == path && h.Moment == moment) is not { Status: > 0 } answer)
        {
            return new(SurfaceKind.Health, subject, Outcome.Inconclusive, $"it gave no answer: {string.Join("; ", cell.Errors.Append(cell.Health.LastOrDefault()?.Body ?? "nothing was asked"))}");
        }

        var problems = Problems(answer).ToList();
        return new SurfaceResult(SurfaceKind.Health, subject, problems.Count == 0 ? Outcome.Pass : Outcome.Fail, problems.Count == 0
            ? FormattableString.Invariant($"answered {answer.Status} in the documented form")
            : $"expected {string.Join("; ", problems)}")
        {
            Evidence = [FormattableString.Invariant($"{answer.Status} {answer.Body}")],
        };
    }

    /// <summary>In what an answer differs from what the strategy documents for its moment.</summary>
    public static IEnumerable<string> Problems(HealthAnswer answer)
    {
        JsonElement root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(answer.Body);
        }
        catch (JsonException)
        {
            return ["JSON, found something else"];
        }

        return root.ValueKind == JsonValueKind.Object ? Problems(answer, root) : ["a JSON object, found another value"];
    }

    private static IEnumerable<string> Problems(HealthAnswer answer, JsonElement root)
    {
        var down = Down(answer.Moment);
        if (Text(root, "status") is var status && (status == Healthy) != (down is null))
        {
            yield return $"status {(down is null ? Healthy : $"other than {Healthy}")}, found {status ?? "none"}";
        }

        if (!DateTimeOffset.TryParse(Text(root, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            yield return $"a timestamp, found {Text(root, "timestamp") ?? "none"}";
        }

        foreach (var problem in answer.Path == Detailed ? Details(root, down) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Details(JsonElement root, string? down)
    {
        if (string.IsNullOrEmpty(Text(root, "version")))
        {
            yield return "a version, found none";
        }

        if (!IsNumber(root, "uptime_seconds"))
        {
            yield return "uptime_seconds as a number, found none";
        }

        foreach (var (component, numbers) in Components)
        {
            var state = root.TryGetProperty("components", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty(component, out var one) ? one : default;
            var status = state.ValueKind == JsonValueKind.Object ? Text(state, "status") : null;
            if (status is null || (status == Healthy) != (component != down))
            {
                yield return $"component {component} with status {(component == down ? $"other than {Healthy}" : Healthy)}, found {status ?? "none"}";
            }
            else if (component != down && numbers.FirstOrDefault(n => !IsNumber(state, n)) is { } missing)
            {
                yield return $"component {component} with {missing} as a number, found none";
            }
        }
    }

    private static string? Down(HealthMoment moment) => moment switch
    {
        HealthMoment.CacheDown => "cache",
        HealthMoment.DatabaseDown => "database",
        _ => null,
    };

    private static string Words(HealthMoment moment) => moment switch
    {
        HealthMoment.AllWell => "while all is well",
        HealthMoment.CacheDown => "while the cache is down",
        HealthMoment.CacheBack => "after the cache came back",
        HealthMoment.DatabaseDown => "while the database is down",
        _ => "after the database came back",
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsNumber(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number;
}
