using System.Collections.Immutable;
using System.Diagnostics;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Scenarios.Doctor;

/// <summary>Looks at this machine; starts and changes nothing.</summary>
internal sealed class MachineProbe(string root)
{
    private static readonly TimeSpan SdkLimit = TimeSpan.FromSeconds(20);
    private static readonly ImmutableArray<string> Wanted = ["gcc", "mmdebstrap", "promtool", "apt-get", .. Diagnosis.Browsers];

    /// <summary>Looks.</summary>
    public async Task<MachineFacts> LookAsync(CancellationToken cancellationToken)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append(Path.Combine(root, "artifacts", "tools", "usr", "bin")).ToList();
        var programs = Wanted.Select(name => (Name: name, Path: folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)))
            .Where(p => p.Path is not null).ToImmutableSortedDictionary(p => p.Name, p => p.Path!);
        var facts = new MachineFacts
        {
            Sdk = await SdkAsync(cancellationToken),
            Cores = Environment.ProcessorCount,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            FreeBytes = FreeBytes(root),
            InstallsByItself = Environment.UserName == "root" && programs.ContainsKey("apt-get"),
            Programs = programs,
        };
        try
        {
            await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
            return facts with { Engine = await EngineAsync(engine, cancellationToken) };
        }
        catch (EngineException failure)
        {
            return facts with { EngineFailure = failure.Message };
        }
    }

    private async Task<EngineFacts> EngineAsync(ContainerEngine engine, CancellationToken cancellationToken)
    {
        var images = new ImageBuilder(engine, root, "trixie");
        var ours = new Dictionary<string, string> { [RunLabels.Owner] = "true" };
        var containers = await engine.ListContainersAsync(ours, cancellationToken);
        // A run in progress has a reaper that runs; what has none is left over.
        var live = containers.Where(c => c.State == "running" && c.Labels.GetValueOrDefault(RunLabels.Role) == RunLabels.Reaper).Select(c => c.Labels.GetValueOrDefault(RunLabels.Run)).ToHashSet();
        var networks = await engine.ListNetworksAsync(ours, cancellationToken);
        return new EngineFacts
        {
            Version = engine.Version,
            ApiVersion = engine.ApiVersion,
            Place = engine.SocketPath ?? Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "DOCKER_HOST",
            MissingImages = [.. await images.MissingAsync(cancellationToken)],
            HasBase = await images.BaseIsThereAsync(cancellationToken),
            LeftContainers = containers.Count(c => !live.Contains(c.Labels.GetValueOrDefault(RunLabels.Run))),
            LeftNetworks = networks.Count(n => !live.Contains(n.Labels.GetValueOrDefault(RunLabels.Run))),
            LiveRuns = live.Count,
            FreeBytes = engine.SocketPath is null ? null : FreeBytes("/var/lib/docker"),
        };
    }

    private static long? FreeBytes(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? new DriveInfo(folder).AvailableFreeSpace : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<string?> SdkAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SdkLimit);
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            _ = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? (await output).Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process?.Kill(entireProcessTree: true);
            return null;
        }
        finally
        {
            process?.Dispose();
        }
    }
}
