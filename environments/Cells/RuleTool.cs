using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Prometheus' and Alertmanager's own tools, in the versions that the cells run, each in a container of its own that is gone when it ends.</summary>
/// <param name="run">What the run shares.</param>
public sealed class RuleTool(RunContext run)
{
    /// <summary>Folder in which a tool finds its files.</summary>
    public const string Folder = "/check/";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs <c>promtool test rules</c> and returns all that it printed.</summary>
    /// <param name="tests">The test file.</param>
    /// <param name="rules">The rule file, which the test file finds beside itself as <c>rules.yml</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="EngineException">The tool did not run.</exception>
    public async Task<string> TestRulesAsync(ReadOnlyMemory<byte> tests, ReadOnlyMemory<byte> rules, CancellationToken cancellationToken)
    {
        const string file = Folder + "tests.yml";
        var result = await RunAsync(
            ImageCatalogue.Prometheus, "promtool", ["test", "rules", file], [new ContainerFile(file, tests), new ContainerFile(Folder + "rules.yml", rules)], cancellationToken);
        return result.Stdout + "\n" + result.Stderr;
    }

    internal Task<ExecResult> RunAsync(
        string image, string tool, ImmutableArray<string> command, ImmutableArray<ContainerFile> files, CancellationToken cancellationToken) => run.Engine.RunAsync(
        new ContainerSpec
        {
            Image = run.Images[image],
            Name = $"{run.NamePrefix}-check-{Guid.NewGuid():n}",
            Labels = RunLabels.OfRun(run.RunId).Add(RunLabels.Role, "check"),
            Entrypoint = [tool],
            Command = command,
            Files = files,
        },
        Limit,
        cancellationToken);
}
