using System.CommandLine;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>check</c>: the verdict on a configuration in seconds, without a stack.</summary>
internal static class CheckCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var configuration = new Option<string>("--config") { Description = "documented, corrected, or any folder with rule files, prometheus.yml or alertmanager.yml.", DefaultValueFactory = _ => "documented" };
        var output = new Option<string?>("--out") { Description = $"Folder for {CheckJson.FileName}, {Sarif.FileName} and {CheckJUnit.FileName}; none are written where it is left out." };
        var against = new Option<string?>("--against") { Description = "A folder, or a git revision of the configuration's own folder: says what is other for the people on call." };
        var command = new Command(
            "check",
            $"""
            Judges a configuration in seconds, without a stack: what is broken, where, and what mends it.

            Works on any configuration of Prometheus and Alertmanager. Where it has alerts of the strategy, their promises are checked, too; known-defects.yaml
            beside it is its ledger and is strict in both directions. A comment silences a finding:

              # validate: ignore family/name until 2027-01-31 because …      on its line, or alone on the line above
              # validate: ignore-rule family/name                             for the rule that it stands in; ignore-file for the whole file

            Checks: {string.Join(", ", CheckCatalogue.All.Select(c => c.Name))}.
            Each has a page: assertions/Checks/README.md lists them.

            Exit codes, the first that applies: 130 interrupted · 2 usage or unreadable configuration · 1 an error or warning that is not in the ledger,
            or a ledger entry that is no longer found · 0 all as expected.
            """)
        {
            configuration, against, output,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(async () => (int)await RunAsync(
            root, parsed.GetValue(configuration)!, parsed.GetValue(against), parsed.GetValue(output), TimeProvider.System, cancellationToken)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        string root, string configuration, string? against, string? output, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = ConfigurationChoice.FolderOf(root, configuration);
        var start = time.GetTimestamp();
        var subject = CheckedConfiguration.Load(folder);
        var found = new CheckJob(CheckCatalogue.All, time).Run(configuration, subject, CheckedConfiguration.Ledger(folder));
        var compared = against is null ? null
            : new Comparison(against, DifferenceJob.Of(await CheckedConfiguration.LoadAgainstAsync(root, folder, against, cancellationToken), subject));
        var result = found with { Against = compared, Wall = time.GetElapsedTime(start) };
        var exitCode = result.HasNewFindings ? ExitCode.Defects : ExitCode.AsExpected;
        new CheckText(Terminal.Output()).Write(result);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            foreach (var line in GitHubAnnotations.Lines(result, Path.GetRelativePath(Environment.CurrentDirectory, folder)))
            {
                Console.WriteLine(line);
            }
        }

        if (output is not null)
        {
            Write(new ResultFiles(output), result, exitCode);
        }

        return exitCode;
    }

    private static void Write(ResultFiles files, CheckResult result, ExitCode exitCode)
    {
        files.Write(CheckJson.FileName, CheckJson.Serialize(result, exitCode));
        files.Write(Sarif.FileName, Sarif.Serialize(result, CheckCatalogue.All.ToDictionary(c => c.Name, c => c.About)));
        files.Write(CheckJUnit.FileName, CheckJUnit.Serialize(result));
    }
}
