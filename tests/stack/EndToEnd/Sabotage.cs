using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>Acts on the containers of a run that is in progress, from outside.</summary>
internal sealed class Sabotage(ContainerEngine engine, string runId)
{
    /// <summary>The container with a role, e.g. <c>redis</c>.</summary>
    public async Task<Container> ContainerAsync(string role)
    {
        var labels = RunLabels.OfRun(runId).Add(RunLabels.Role, role);
        return engine.Container((await engine.ListContainersAsync(labels, CancellationToken.None)).Single().Id);
    }

    /// <summary>Runs a command in the container with a role; it must succeed.</summary>
    public async Task ExecAsync(string role, params string[] command)
    {
        var result = await (await ContainerAsync(role)).ExecAsync(command, CancellationToken.None);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"the sabotage itself failed: {string.Join(' ', command)}: {result.Stdout}{result.Stderr}");
        }
    }
}
