using System.CommandLine;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>recover</c>: removes everything that runs have left on the engine.</summary>
internal static class RecoverCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("recover", """
            Removes every container and network that any run has left, those of runs in progress too.

            A run that is killed is cleaned up by itself within 30 s; this is for what is left after a restart of the engine.

            Example:
              ./validate recover
            """);
        command.SetAction((_, cancellationToken) => CommandLine.GuardAsync(() => RecoverAsync(cancellationToken)));
        return command;
    }

    private static async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
        var removed = await engine.RemoveAllAsync(new Dictionary<string, string> { [RunLabels.Owner] = "true" }, cancellationToken);
        Console.WriteLine($"removed {removed.Containers} containers and {removed.Networks} networks");
        return 0;
    }
}
