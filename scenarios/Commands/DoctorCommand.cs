using System.CommandLine;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>doctor</c>: says what this machine lacks.</summary>
internal static class DoctorCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var command = new Command("doctor", "Says what this machine lacks, and what mends it; starts nothing.");
        command.SetAction((_, cancellationToken) => CommandLine.GuardAsync(() => ExamineAsync(root, cancellationToken)));
        return command;
    }

    private static async Task<int> ExamineAsync(string root, CancellationToken cancellationToken)
    {
        Console.WriteLine($"cores {Environment.ProcessorCount}, memory {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024)} MiB");
        Console.WriteLine(ImageBuilder.LinkerIsThere ? "gcc: there" : "gcc: missing; install gcc and libc6-dev, which link the stand-ins");
        await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
        Console.WriteLine($"engine {engine.Version} at {engine.SocketPath}");
        var missing = await new ImageBuilder(engine, root, "trixie").MissingAsync(cancellationToken);
        Console.WriteLine(missing.Count == 0 ? "images: all built" : $"images to be built by the next run: {string.Join(", ", missing)}");
        return 0;
    }
}
