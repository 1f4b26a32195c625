using System.CommandLine;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>report</c>: writes the reports of a finished run again.</summary>
internal static class ReportCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Result folder of a run, e.g. results/<run id>." };
        var command = new Command(
            "report",
            """
            Writes the reports of a finished run again, from the files in its result folder.

            Example:
              ./validate report results/r2601020304050607
            """) { folder };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(() => RunAsync(parsed.GetValue(folder)!, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var file in await RunReports.WriteAsync(folder, cancellationToken))
        {
            Console.WriteLine(file);
        }

        return 0;
    }
}
