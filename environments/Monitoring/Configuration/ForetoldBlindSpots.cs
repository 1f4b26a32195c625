using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>What a configuration foretells of its blind spots: <c>blind-spots.yaml</c>.</summary>
/// <param name="Entries">Its entries, in the order of the file.</param>
public sealed record ForetoldBlindSpots(ImmutableArray<ForetoldBlindSpot> Entries)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "blind-spots.yaml";

    /// <summary>The outcomes, as the file and the result write them.</summary>
    public static ImmutableArray<string> Outcomes { get; } = ["told", "late", "symptom", "wrong", "nobody"];

    /// <summary>Reads the file of a configuration; nothing is foretold where it is missing.</summary>
    /// <param name="directory">Folder of the configuration.</param>
    /// <exception cref="ConfigurationException">It is broken, or an entry lacks a field, has an unknown outcome, or comes twice.</exception>
    public static ForetoldBlindSpots Load(string directory)
    {
        if (!File.Exists(Path.Combine(directory, FileName)))
        {
            return new ForetoldBlindSpots([]);
        }

        var root = YamlFile.Parse(ConfigurationFile.Read(directory, FileName)).RootMap();
        root.AllowOnly(FileName, "blind_spots");
        var foretold = new ForetoldBlindSpots([.. root.Maps("blind_spots").Select(Read)]);
        return foretold.Entries.GroupBy(e => e.Spot).FirstOrDefault(g => g.Count() > 1) is { } same
            ? throw new ConfigurationException(same.Last().Position, $"{same.Key} is foretold on line {same.First().Position.Line} already; say it once")
            : foretold;
    }

    private static ForetoldBlindSpot Read(YamlMap map)
    {
        map.AllowOnly("an entry", "spot", "outcome", "because");
        var spot = map.RequiredText("spot", "an entry");
        var outcome = map.RequiredText("outcome", $"the entry of {spot}");
        return Outcomes.Contains(outcome)
            ? new ForetoldBlindSpot(spot, outcome, map.RequiredText("because", $"the entry of {spot}").TrimEnd(), map.Position)
            : throw new ConfigurationException(map.PositionOfValue("outcome"), $"{spot} has the outcome '{outcome}', which is unknown; the outcomes are {string.Join(", ", Outcomes)}");
    }
}

/// <summary>What is foretold of one blind spot.</summary>
/// <param name="Spot">Its name.</param>
/// <param name="Outcome">One of <see cref="ForetoldBlindSpots.Outcomes"/>.</param>
/// <param name="Because">Why it is so.</param>
/// <param name="Position">Where the file says so.</param>
public sealed record ForetoldBlindSpot(string Spot, string Outcome, string Because, SourcePosition Position);
