using System.Collections.Immutable;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Reads the versions of the real servers out of their images, by asking each program.</summary>
/// <param name="run">What the run shares.</param>
public sealed partial class ComponentVersions(RunContext run)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<(string Image, string Program)> Programs =
    [
        (ImageCatalogue.Prometheus, "prometheus"),
        (ImageCatalogue.Alertmanager, "prometheus-alertmanager"),
        (ImageCatalogue.Postgres, "postgres"),
        (ImageCatalogue.PostgresExporter, "prometheus-postgres-exporter"),
        (ImageCatalogue.Redis, "redis-server"),
        (ImageCatalogue.RedisExporter, "prometheus-redis-exporter"),
    ];

    /// <summary>Version by component; <c>unknown</c> for a program that does not tell, such as one in an image given by name.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var versions = await Task.WhenAll(Programs.Select(async p => (p.Image, Version: await ReadAsync(p.Image, p.Program, cancellationToken))));
        return versions.ToImmutableSortedDictionary(v => v.Image, v => v.Version)
            .Add("engine", run.Engine.Version);
    }

    private async Task<string> ReadAsync(string image, string program, CancellationToken cancellationToken)
    {
        var result = await run.Engine.RunAsync(
            new Containers.ContainerSpec
            {
                Image = run.Images[image],
                Name = $"{run.NamePrefix}-version-{image}",
                Labels = RunLabels.OfRun(run.RunId).Add(RunLabels.Role, "check"),
                Entrypoint = [program],
                Command = ["--version"],
            },
            Limit,
            cancellationToken);
        return VersionNumber().Match(result.Stdout + result.Stderr) is { Success: true } match ? match.Value : "unknown";
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial System.Text.RegularExpressions.Regex VersionNumber();
}
