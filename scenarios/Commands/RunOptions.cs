using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>What <c>run</c> was asked for, checked.</summary>
internal sealed record RunOptions
{
    private static readonly string[] Suites = ["trixie", "forky"];

    /// <summary>Name of the configuration as results show it.</summary>
    public required string ConfigurationName { get; init; }

    /// <summary>Folder of the configuration.</summary>
    public required string ConfigurationFolder { get; init; }

    /// <summary>Scenarios to run.</summary>
    public required ImmutableArray<AlertScenario> Scenarios { get; init; }

    /// <summary>Time compression.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>Debian suite of the images.</summary>
    public required string Suite { get; init; }

    /// <summary>Cells at the same time; null lets cores and memory decide.</summary>
    public int? Cells { get; init; }

    /// <summary>Images to use in place of built ones.</summary>
    public required ImmutableSortedDictionary<string, string> Images { get; init; }

    /// <summary>Folder for the result; null for one named after the run.</summary>
    public string? Out { get; init; }

    /// <summary>Checks what was typed.</summary>
    /// <exception cref="UsageException">Something is wrong with it.</exception>
    public static RunOptions Parse(
        string root, string configuration, IReadOnlyCollection<string> alerts, string timeScale, string suite, string? cells, IEnumerable<string> images, string? output) => new()
        {
            ConfigurationName = configuration,
            ConfigurationFolder = ConfigurationChoice.FolderOf(root, configuration),
            Scenarios = ScenarioCatalogue.Select(alerts),
            Scale = ParseScale(timeScale),
            Suite = Suites.Contains(suite) ? suite : throw new UsageException($"--suite {suite} is unknown; use {string.Join(" or ", Suites)}"),
            Cells = cells is null ? null : ParseCells(cells),
            Images = images.Select(ParseImage).ToImmutableSortedDictionary(i => i.Name, i => i.Reference),
            Out = output,
        };

    /// <summary>Reads N.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    internal static TimeScale ParseScale(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var factor) && factor is >= 1 and <= TimeScale.Largest)
        {
            return new TimeScale(factor);
        }

        throw new UsageException($"--time-scale {text} is no whole number from 1 to {TimeScale.Largest}; 25 is the default, 1 runs in documented time");
    }

    private static int ParseCells(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cells) && cells > 0
            ? cells
            : throw new UsageException($"--cells {text} is no whole number above 0");

    private static (string Name, string Reference) ParseImage(string text)
    {
        var parts = text.Split('=', 2);
        string[] names = [.. ImageCatalogue.Built, ImageCatalogue.NovaCronApi];
        if (parts.Length != 2 || parts[1].Length == 0)
        {
            throw new UsageException($"--image {text} has no reference; write NAME=REPOSITORY:TAG");
        }

        return names.Contains(parts[0])
            ? (parts[0], parts[1])
            : throw new UsageException($"--image {parts[0]} is unknown; names are {string.Join(", ", names)}");
    }
}
