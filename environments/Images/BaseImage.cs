using System.Formats.Tar;
using System.Text;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Images;

/// <summary>The Debian image that all others stand on: from a registry where one answers, else made with mmdebstrap.</summary>
internal sealed class BaseImage(ContainerEngine engine, string suite, IProgress<string> progress)
{
    private static readonly TimeSpan PullTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BootstrapTimeout = TimeSpan.FromMinutes(8);

    /// <summary>The image's name; the number changes with the recipe below.</summary>
    public string Reference => Name(suite);

    /// <summary>The name for a suite.</summary>
    public static string Name(string suite) => $"novacron-validation/base:{suite}-1";

    /// <summary>Makes the image unless it is there.</summary>
    /// <exception cref="EngineException">Neither way led to an image.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await engine.ImageExistsAsync(Reference, cancellationToken))
        {
            return;
        }

        progress.Report($"looking for debian:{suite}-slim in a registry");
        var official = $"debian:{suite}-slim";
        if (await engine.TryPullAsync(official, PullTimeout, cancellationToken))
        {
            await NameAsync(official, cancellationToken);
            return;
        }

        await BootstrapAsync(cancellationToken);
    }

    private async Task NameAsync(string official, CancellationToken cancellationToken)
    {
        using var context = new MemoryStream();
        await using (var writer = new TarWriter(context, TarEntryFormat.Pax, leaveOpen: true))
        {
            using var dockerfile = new MemoryStream(Encoding.UTF8.GetBytes($"FROM {official}\n"));
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "Dockerfile") { DataStream = dockerfile }, cancellationToken);
        }

        context.Position = 0;
        await engine.BuildImageAsync(context, Reference, new Dictionary<string, string>(), null, cancellationToken);
    }

    private async Task BootstrapAsync(CancellationToken cancellationToken)
    {
        progress.Report($"no registry answered: making a Debian {suite} base from packages");
        var tar = Path.Combine(Path.GetTempPath(), $"novacron-validation-base-{Guid.NewGuid():n}.tar");
        try
        {
            // policy-rc.d keeps package scripts from starting services while images are built.
            string[] arguments =
            [
                "--variant=apt", "--include=ca-certificates", "--aptopt=Acquire::Check-Valid-Until \"false\"",
                "--customize-hook=printf '#!/bin/sh\\nexit 101\\n' > \"$1/usr/sbin/policy-rc.d\" && chmod 755 \"$1/usr/sbin/policy-rc.d\"",
                suite, tar,
            ];
            var (exitCode, output) = await HostCommand.RunAsync("mmdebstrap", arguments, BootstrapTimeout, cancellationToken);
            if (exitCode != 0)
            {
                throw new EngineException(
                    $"no registry offers debian:{suite}-slim, and mmdebstrap {suite} failed with exit code {exitCode}: {Tail(output)}");
            }

            await using var content = File.OpenRead(tar);
            await engine.ImportImageAsync(content, Reference, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new EngineException($"no registry offers debian:{suite}-slim, and mmdebstrap is not installed: install it (apt-get install mmdebstrap) or make a registry reachable");
        }
        finally
        {
            File.Delete(tar);
        }
    }

    private static string Tail(string output) => string.Join(" | ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
}
