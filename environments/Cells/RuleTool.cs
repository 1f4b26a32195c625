using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Prometheus' and Alertmanager's own tools, in the versions that the cells run, each in a container of its own that is gone when it ends.</summary>
/// <param name="engine">The engine.</param>
/// <param name="images">The images that hold the tools.</param>
/// <param name="runId">Identifier of the run that the containers belong to.</param>
public sealed class RuleTool(ContainerEngine engine, ImageSet images, string runId)
{
    /// <summary>Folder in which a tool finds its files.</summary>
    public const string Folder = "/check/";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The tools of a run.</summary>
    /// <param name="run">What the run shares.</param>
    public RuleTool(RunContext run) : this(run.Engine, run.Images, run.RunId)
    {
    }

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

    /// <summary>Runs <c>promtool test rules</c> with several test files and returns all that it printed.</summary>
    /// <param name="files">Rule files and test files, which find each other by name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="EngineException">The tool did not run.</exception>
    public async Task<string> TestRulesAsync(RuleTestFiles files, CancellationToken cancellationToken)
    {
        var result = await RunAsync(
            ImageCatalogue.Prometheus,
            "promtool",
            ["test", "rules", .. files.Tests.Select(t => Folder + t.Name)],
            [.. files.Rules.Concat(files.Tests).Select(f => new ContainerFile(Folder + f.Name, f.Content))],
            cancellationToken);
        return result.Stdout + "\n" + result.Stderr;
    }

    internal Task<ExecResult> RunAsync(
        string image, string tool, ImmutableArray<string> command, ImmutableArray<ContainerFile> files, CancellationToken cancellationToken) => engine.RunAsync(
        new ContainerSpec
        {
            Image = images[image],
            Name = $"nv-{runId}-check-{Guid.NewGuid():n}",
            Labels = RunLabels.OfRun(runId).Add(RunLabels.Role, "check"),
            Entrypoint = [tool],
            Command = command,
            Files = files,
        },
        Limit,
        cancellationToken);
}
