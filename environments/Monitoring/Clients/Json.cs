using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>Reads values as Prometheus' and Alertmanager's APIs write them.</summary>
internal static class Json
{
    /// <summary>Text under a name; empty when missing.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() ?? "" : "";

    /// <summary>Items of a list under a name; none when missing or null.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.EnumerateArray() : [];

    /// <summary>Text by name, of an object of texts under a name; empty when missing.</summary>
    public static ImmutableSortedDictionary<string, string> TextMap(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Seconds as a number, under a name that must be there.</summary>
    public static TimeSpan Seconds(this JsonElement element, string name) => TimeSpan.FromSeconds(element.GetProperty(name).GetDouble());

    /// <summary>A time in RFC 3339, under a name that must be there; digits beyond 100 ns are cut off.</summary>
    public static DateTimeOffset Time(this JsonElement element, string name) =>
        DateTimeOffset.Parse(element.GetProperty(name).GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A timestamp: Unix seconds with a fraction, exact to the millisecond.</summary>
    public static DateTimeOffset Timestamp(this JsonElement element) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)decimal.Round(element.GetDecimal() * 1000m));

    /// <summary>A sample's value: a number in quotes, NaN or an infinity.</summary>
    public static double Value(this JsonElement element) => element.GetString() switch
    {
        "NaN" => double.NaN,
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var text => double.Parse(text ?? "", NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
