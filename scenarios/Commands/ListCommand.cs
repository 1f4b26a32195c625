using System.CommandLine;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Scenarios.Catalogue;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>list</c>: the catalogue of alerts and their faults.</summary>
internal static class ListCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var results = PastRuns.Option();
        var command = new Command(
            "list",
            """
            Shows the alerts that can be validated, with the fault of each, its last verdict and when it was last proved to work.

            Examples:
              ./validate list
              ./validate list | grep critical
            """)
        {
            results,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(async () =>
        {
            var history = await PastRuns.ReadAsync(root, parsed.GetValue(results), cancellationToken);
            CatalogueTable.Write(Terminal.Output(), ScenarioCatalogue.All, Trend.Of(history.Runs));
            return 0;
        }));
        return command;
    }
}
