using System.Collections.Immutable;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Doctor;

/// <summary>How a thing stands.</summary>
internal enum Mark
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>Nothing stops a run, and it is worth knowing.</summary>
    Note,

    /// <summary>It is missing, and a run fails without it.</summary>
    Missing,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Mark">How it stands.</param>
/// <param name="What">What it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Mend">What to do; null where nothing is to be done.</param>
internal sealed record DiagnosisLine(Mark Mark, string What, string Found, string? Mend = null);

/// <summary>Judges what was found on a machine: what a run needs, and what else is worth knowing.</summary>
internal static class Diagnosis
{
    private const long Mebi = 1024 * 1024;

    // The SDK that global.json asks for.
    private const int SdkMajor = 10;

    // All images of one suite with their build contexts take 1.3 GB, and the result of a run of all alerts some megabytes.
    private const long BytesForImages = 3L * 1024 * Mebi;
    private const long BytesForResults = 200 * Mebi;
    private const int DefaultScale = 25;

    /// <summary>One line for each thing.</summary>
    public static ImmutableArray<DiagnosisLine> Of(MachineFacts facts) =>
        [Sdk(facts), Capacity(facts), Disk(facts), Engine(facts), .. OfEngine(facts), Promtool(facts), Chromium(facts)];

    /// <summary>Whether something that a run needs is missing.</summary>
    public static bool LacksSomething(ImmutableArray<DiagnosisLine> lines) => lines.Any(l => l.Mark == Mark.Missing);

    private static DiagnosisLine Sdk(MachineFacts facts) => facts.Sdk switch
    {
        null => new(Mark.Missing, ".NET SDK", "dotnet is not on the path, or has no SDK", $"install .NET SDK {SdkMajor} and put dotnet on PATH"),
        var version when version.Split('.')[0] != $"{SdkMajor}" => new(Mark.Missing, ".NET SDK", version, $"install .NET SDK {SdkMajor}, which global.json asks for"),
        var version => new(Mark.Ok, ".NET SDK", version),
    };

    private static DiagnosisLine Capacity(MachineFacts facts)
    {
        var cells = CellCapacity.Of(facts.Cores, facts.MemoryBytes, new TimeScale(DefaultScale));
        var all = ScenarioCatalogue.All.Length;
        var found = $"{Count(facts.Cores, "core")}, {facts.MemoryBytes / Mebi} MiB: {Count(cells, "cell")} at the same time at N={DefaultScale}";
        return cells >= all ? new(Mark.Ok, "capacity", found)
            : new(Mark.Note, "capacity", $"{found}, fewer than the {all} alerts", "--cells overrides the number; more cores and memory make a run shorter");
    }

    private static DiagnosisLine Disk(MachineFacts facts) => facts.FreeBytes switch
    {
        null => new(Mark.Note, "disk", "free space cannot be told"),
        < BytesForResults => new(Mark.Missing, "disk", $"{facts.FreeBytes / Mebi} MiB free for results and builds", "free some space; old folders in results can go"),
        _ => new(Mark.Ok, "disk", $"{facts.FreeBytes / Mebi} MiB free for results and builds"),
    };

    private static DiagnosisLine Engine(MachineFacts facts) => facts.Engine is { } engine
        ? new(Mark.Ok, "engine", $"{engine.Version}, API {engine.ApiVersion}, at {engine.Place}")
        : new(Mark.Missing, "engine", facts.EngineFailure, facts.InstallsByItself ? "./validate run installs and starts it" : "start Docker, or set DOCKER_HOST");

    private static IEnumerable<DiagnosisLine> OfEngine(MachineFacts facts)
    {
        if (facts.Engine is not { } engine)
        {
            // What an engine has of images and leftovers cannot be known; the tools that build images are worth a look all the same.
            return [Tool(facts, "gcc", "gcc libc6-dev", "which links the stand-ins", Mark.Note), Tool(facts, "mmdebstrap", "mmdebstrap", "which makes the base image where no registry answers", Mark.Note)];
        }

        return [Images(engine), .. ImageDisk(engine), .. Builders(facts, engine), Leftovers(engine)];
    }

    private static DiagnosisLine Images(EngineFacts engine) => engine.MissingImages.IsEmpty
        ? new(Mark.Ok, "images", "all built")
        : new(Mark.Note, "images", $"to be built by the next run: {string.Join(", ", engine.MissingImages)}", "nothing; it takes a minute or two, once");

    private static IEnumerable<DiagnosisLine> ImageDisk(EngineFacts engine) => engine is { MissingImages.IsEmpty: false, FreeBytes: { } free }
        ? [free < BytesForImages ? new(Mark.Missing, "image disk", $"{free / Mebi} MiB free for images, {BytesForImages / Mebi} MiB are needed", "free some space; docker image prune removes images that nothing uses") : new(Mark.Ok, "image disk", $"{free / Mebi} MiB free for images")]
        : [];

    private static IEnumerable<DiagnosisLine> Builders(MachineFacts facts, EngineFacts engine)
    {
        // The fetch by ./validate comes first; without it an image cannot be built.
        var needed = facts.InstallsByItself ? Mark.Note : Mark.Missing;
        yield return Tool(facts, "gcc", "gcc libc6-dev", "which links the stand-ins", engine.MissingImages.Contains(ImageCatalogue.StandIns) ? needed : Mark.Note);
        if (!engine.HasBase && !engine.MissingImages.IsEmpty)
        {
            yield return Tool(facts, "mmdebstrap", "mmdebstrap", "which makes the base image where no registry answers", Mark.Note);
        }
    }

    private static DiagnosisLine Tool(MachineFacts facts, string name, string packages, string use, Mark without) => facts.Programs.TryGetValue(name, out var path)
        ? new(Mark.Ok, name, path)
        : new(without, name, $"not on the path, {use}", facts.InstallsByItself ? "./validate run installs it when it is needed" : $"apt-get install {packages}");

    private static DiagnosisLine Leftovers(EngineFacts engine)
    {
        var live = engine.LiveRuns == 0 ? "" : $"; {Count(engine.LiveRuns, "run")} in progress";
        return engine.LeftContainers + engine.LeftNetworks == 0
            ? new(Mark.Ok, "leftovers", $"none{live}")
            : new(Mark.Note, "leftovers", $"{Count(engine.LeftContainers, "container")} and {Count(engine.LeftNetworks, "network")} of runs that are over{live}", engine.LiveRuns == 0 ? "./validate recover" : "./validate recover, once no run is in progress: it removes that one too");
    }

    private static DiagnosisLine Promtool(MachineFacts facts) =>
        facts.Programs.TryGetValue("promtool", out var path) ? new(Mark.Ok, "promtool", path)
        : facts.Engine is { } engine && !engine.MissingImages.Contains(ImageCatalogue.Prometheus) ? new(Mark.Ok, "promtool", "that of the Prometheus image")
        : new(Mark.Note, "promtool", "neither on the path nor in an image; ./validate check needs it", facts.InstallsByItself ? "./validate check fetches it" : "apt-get install prometheus, or let ./validate run build the image");

    private static DiagnosisLine Chromium(MachineFacts facts) => Browsers.Select(b => facts.Programs.GetValueOrDefault(b)).FirstOrDefault(p => p is not null) is { } path
        ? new(Mark.Ok, "Chromium", path)
        : new(Mark.Note, "Chromium", "not on the path; only the browser tests of the report need it", "apt-get install chromium");

    /// <summary>Names under which a Chromium may be installed.</summary>
    internal static ImmutableArray<string> Browsers { get; } = ["chromium", "chromium-browser", "google-chrome"];

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
