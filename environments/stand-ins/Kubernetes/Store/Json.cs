using System.Globalization;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Kubernetes.Store;

/// <summary>Reads Kubernetes objects.</summary>
internal static class Json
{
    /// <summary>The node under a path of member names; null when any is missing.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>Text under a path; null when missing or no text.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A whole number under a path; null when missing or no number.</summary>
    public static int? Number(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>A truth value under a path; false when missing.</summary>
    public static bool Flag(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The objects of an array under a path; empty when missing.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The texts of an array under a path; empty when missing.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString());

    /// <summary>A map of texts under a path, such as labels; empty when missing.</summary>
    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonObject ?? []).ToDictionary(member => member.Key, member => member.Value?.ToString() ?? "", StringComparer.Ordinal);

    /// <summary>A map as JSON.</summary>
    public static JsonObject ToJson(this IReadOnlyDictionary<string, string> map)
    {
        var json = new JsonObject();
        foreach (var (name, value) in map)
            json[name] = value;
        return json;
    }

    /// <summary>A point in time as Kubernetes writes it, to the second.</summary>
    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
