using System.Globalization;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Engine;

/// <summary>Reads the engine's JSON.</summary>
internal static class EngineAnswers
{
    /// <summary>The query value that selects by one label.</summary>
    public static string LabelFilter(string label, string value) =>
        Uri.EscapeDataString(new JsonObject { ["label"] = new JsonArray($"{label}={value}") }.ToJsonString());

    /// <summary>An inspection.</summary>
    public static InspectedContainer Container(JsonNode answer)
    {
        var state = answer["State"];
        var finished = Time(state?["FinishedAt"]);
        return new InspectedContainer(
            Text(answer["Id"]),
            state?["Running"]?.GetValue<bool>() ?? false,
            state?["ExitCode"]?.GetValue<int>() ?? 0,
            state?["OOMKilled"]?.GetValue<bool>() ?? false,
            state?["Pid"]?.GetValue<int>() ?? 0,
            Time(state?["StartedAt"]) ?? DateTimeOffset.UnixEpoch,
            finished,
            Addresses(answer["NetworkSettings"]?["Networks"] as JsonObject),
            Text(answer["Image"]));
    }

    /// <summary>A listing of containers.</summary>
    public static IReadOnlyList<ListedContainer> Containers(JsonNode? answer) => [.. Items(answer).Select(item => new ListedContainer(
        Text(item["Id"]),
        Text((item["Names"] as JsonArray)?.FirstOrDefault()).TrimStart('/'),
        (item["Labels"] as JsonObject ?? []).ToDictionary(label => label.Key, label => Text(label.Value), StringComparer.Ordinal),
        Text(item["HostConfig"]?["NetworkMode"])))];

    /// <summary>A listing of networks.</summary>
    public static IReadOnlyList<ListedNetwork> Networks(JsonNode? answer) =>
        [.. Items(answer).Select(item => new ListedNetwork(Text(item["Id"]), Text(item["Name"])))];

    private static IEnumerable<JsonNode> Items(JsonNode? answer) => (answer as JsonArray ?? []).OfType<JsonNode>();

    private static Dictionary<string, string> Addresses(JsonObject? networks) => (networks ?? [])
        .Where(network => Text(network.Value?["IPAddress"]).Length > 0)
        .ToDictionary(network => network.Key, network => Text(network.Value?["IPAddress"]), StringComparer.Ordinal);

    // The engine writes year 1 for "never".
    private static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1 ? time : null;

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
