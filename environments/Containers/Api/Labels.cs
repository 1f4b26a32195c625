using System.Text.Json;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Writes labels as the engine's filters.</summary>
internal static class Labels
{
    /// <summary>The value of a <c>filters</c> parameter, escaped.</summary>
    /// <param name="labels">All must match; an empty value matches whatever the label's value is.</param>
    /// <param name="types">Kinds of object, for events; none to leave the filter out.</param>
    public static string Filter(IReadOnlyDictionary<string, string> labels, params string[] types)
    {
        var filters = new Dictionary<string, string[]>();
        if (labels.Count > 0)
        {
            filters["label"] = [.. labels.Select(label => label.Value.Length == 0 ? label.Key : $"{label.Key}={label.Value}")];
        }

        if (types.Length > 0)
        {
            filters["type"] = types;
        }

        return Uri.EscapeDataString(JsonSerializer.Serialize(filters, Wire.Options));
    }

    /// <summary>Labels as a message shows them.</summary>
    public static string Text(IReadOnlyDictionary<string, string> labels) => string.Join(", ", labels.Select(label => $"{label.Key}={label.Value}"));
}
