using System.CommandLine;
using NovaCron.Validation.Scenarios.Display;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>list</c>: the catalogue of alerts and their faults.</summary>
internal static class ListCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "Shows the alerts that can be validated, with the fault of each.");
        command.SetAction(_ => Show(Terminal.Output()));
        return command;
    }

    internal static int Show(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("alert", "severity", "component", "fault", "what it does");
        foreach (var scenario in ScenarioCatalogue.All)
        {
            var contract = scenario.Contract;
            table.AddRow(new Text(contract.Alert), new Text(contract.Severity), new Text(contract.Component), new Text(scenario.FaultName), new Text(scenario.FaultDescription));
        }

        console.Write(table);
        return 0;
    }
}
