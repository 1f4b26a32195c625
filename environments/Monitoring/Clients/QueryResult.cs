using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>Reads the answer to a query.</summary>
internal static class QueryResult
{
    public static ImmutableArray<Series> Read(JsonElement root)
    {
        var data = root.GetProperty("data");
        var result = data.GetProperty("result");
        return data.GetProperty("resultType").GetString() switch
        {
            "scalar" => [new Series(NoLabels, [ReadSample(result)])],
            "vector" => [.. result.EnumerateArray().Select(s => ReadSeries(s, [ReadSample(s.GetProperty("value"))]))],
            "matrix" => [.. result.EnumerateArray().Select(s => ReadSeries(s, [.. s.GetProperty("values").EnumerateArray().Select(ReadSample)]))],
            var type => throw new FormatException($"a result of type '{type}' is no series"),
        };
    }

    private static ImmutableSortedDictionary<string, string> NoLabels => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static Series ReadSeries(JsonElement series, ImmutableArray<Sample> samples) =>
        !series.TryGetProperty("histogram", out _) && !series.TryGetProperty("histograms", out _)
            ? new Series(series.TextMap("metric"), samples)
            : throw new FormatException("a native histogram is no series of numbers");

    private static Sample ReadSample(JsonElement pair) => pair.GetArrayLength() == 2
        ? new Sample(pair[0].Timestamp(), pair[1].Value())
        : throw new FormatException($"a sample is a pair of time and value, not {pair.GetRawText()}");
}
