using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;

namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>Alerts in a real Alertmanager.</summary>
internal static class Alerts
{
    public static string Text(IReadOnlyDictionary<string, string> labels) => string.Join(',', labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));

    public static async Task PostAsync(HttpClient http, IEnumerable<ImmutableSortedDictionary<string, string>> alerts)
    {
        var answer = await http.PostAsJsonAsync("api/v2/alerts", alerts.Select(labels => new { labels, endsAt = TimeProvider.System.GetUtcNow().AddHours(1) }));
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Every alert's labels, fingerprint and what inhibits it.</summary>
    public static async Task<IReadOnlyList<(ImmutableSortedDictionary<string, string> Labels, string Fingerprint, string[] InhibitedBy)>> AllAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("api/v2/alerts")).EnumerateArray().Select(a => (
            Labels(a.GetProperty("labels")),
            a.GetProperty("fingerprint").GetString()!,
            a.GetProperty("status").GetProperty("inhibitedBy").EnumerateArray().Select(f => f.GetString()!).ToArray()))];

    /// <summary>Every alert's labels, and those of the alerts that inhibit it.</summary>
    public static async Task<IReadOnlyList<(string Alert, IReadOnlyList<string> By)>> InhibitedAsync(HttpClient http)
    {
        var all = await AllAsync(http);
        var names = all.ToDictionary(a => a.Fingerprint, a => Text(a.Labels));
        return [.. all.Select(a => (Text(a.Labels), (IReadOnlyList<string>)[.. a.InhibitedBy.Select(f => names[f])]))];
    }

    /// <summary>One line for each of some alerts in each group: the receiver, the group's labels and the alert's.</summary>
    public static async Task<IEnumerable<string>> GroupsAsync(HttpClient http, IEnumerable<IReadOnlyDictionary<string, string>> alerts)
    {
        var own = alerts.Select(Text).ToHashSet();
        return (await http.GetFromJsonAsync<JsonElement>("api/v2/alerts/groups")).EnumerateArray()
            .SelectMany(g => g.GetProperty("alerts").EnumerateArray().Select(a => Text(Labels(a.GetProperty("labels")))).Where(own.Contains)
                .Select(a => $"{g.GetProperty("receiver").GetProperty("name").GetString()} {Text(Labels(g.GetProperty("labels")))}: {a}"))
            .Distinct();
    }

    private static ImmutableSortedDictionary<string, string> Labels(JsonElement labels) =>
        labels.EnumerateObject().ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString()!, StringComparer.Ordinal);
}
