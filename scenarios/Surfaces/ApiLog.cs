using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.Surfaces;

/// <summary>Reads what a cell's API pods wrote to their logs.</summary>
internal static class ApiLog
{
    private const int LinesPerPod = 500;

    /// <summary>The last lines of every pod's present container.</summary>
    /// <exception cref="Environments.Containers.EngineException">The engine did not answer.</exception>
    public static async Task<ImmutableArray<string>> ReadAsync(Cell cell, CancellationToken cancellationToken)
    {
        var engine = cell.Run.Engine;
        var labels = new Dictionary<string, string>(cell.Labels) { [PodContainers.ContainerLabel] = CellNames.Api };
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var container in await engine.ListContainersAsync(labels, cancellationToken))
        {
            var log = await engine.Container(container.Id).LogsAsync(LinesPerPod, cancellationToken);
            lines.AddRange(log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return lines.ToImmutable();
    }
}
