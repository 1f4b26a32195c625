using System.CommandLine;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Recipients;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>check</c>: the verdict on a configuration in seconds, without a stack.</summary>
internal static class CheckCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var configuration = new Option<string>("--config") { HelpName = "NAME|DIR", Description = "documented, corrected, or any folder with rule files, prometheus.yml or alertmanager.yml.", DefaultValueFactory = _ => "documented" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = $"Folder for {CheckJson.FileName}, {CheckSarif.FileName}, {CheckJUnit.FileName} and {CheckMarkdown.FileName}; none are written where it is left out." };
        var against = new Option<string?>("--against") { HelpName = "DIR|REF", Description = "A folder, or a git revision of the configuration's own folder: says what is other for the people on call." };
        var routes = new Option<bool>("--routes") { Description = "Lists for every alert who is told, in which group, after how long and how often again, and what inhibits it." };
        var mutate = new Option<bool>("--mutate") { Description = "Makes every edit that somebody could make by mistake, each alone, and says which would go unnoticed." };
        var suite = new Option<string>("--suite") { HelpName = "trixie|forky", Description = "Debian suite whose promtool is used where the machine has none: trixie or forky.", DefaultValueFactory = _ => "trixie" };
        suite.AcceptOnlyFromAmong("trixie", "forky");
        var command = new Command(
            "check",
            $"""
            Judges a configuration in seconds, without a stack: what is broken, where, and what mends it.

            Works on any configuration of Prometheus and Alertmanager. Its rules are shown signals in virtual time, by the real promtool: that of the machine,
            else that of an image. Where it has alerts of the strategy, their promises are checked, too; {KnownDefects.FileName} beside it is its ledger and is
            strict in both directions. A comment silences a finding:

              # validate: ignore family/name until 2027-01-31 because …
              # validate: ignore-rule family/name

            The first stands on the finding's line, or alone on the line above; ignore-rule is for the rule that it stands in, ignore-file for the file.

            Examples:
              ./validate check --config corrected
              ./validate check --config /etc/prometheus --against main
              ./validate check --config /etc/prometheus --routes
              ./validate explain route/unreachable

            Checks: {string.Join(", ", CheckCatalogue.All.Select(c => c.Name))}.
            Each has a page: assertions/Checks/README.md lists them.

            Exit codes, the first that applies: 130 interrupted · 2 usage or unreadable configuration · 3 no promtool could be asked ·
            1 an error or warning that is not in the ledger, or a ledger entry that is no longer found · 0 all as expected.
            """)
        {
            configuration, routes, against, mutate, suite, output,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(async () => (int)await RunAsync(
            root,
            new CheckOptions(parsed.GetValue(configuration)!, parsed.GetValue(routes), parsed.GetValue(against), parsed.GetValue(mutate), parsed.GetValue(suite)!, parsed.GetValue(output)),
            TimeProvider.System,
            cancellationToken)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(string root, CheckOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = ConfigurationChoice.FolderOf(root, options.Configuration);
        var start = time.GetTimestamp();
        var configuration = CheckedConfiguration.Load(folder);
        await using var tester = await RuleTesters.ChooseAsync(Environment.GetEnvironmentVariable("PATH") ?? "", root, options.Suite, cancellationToken);
        var verdict = new ConfigurationVerdict(tester, CheckedConfiguration.Ledger(folder), time);
        var result = await verdict.OfAsync(options.Configuration, configuration, cancellationToken);
        if (options.ListsRoutes)
        {
            result = result with { Recipients = AlertRecipients.Of(configuration.Subject) };
        }

        if (options.Against is { } against)
        {
            var before = await CheckedConfiguration.LoadAgainstAsync(root, folder, against, cancellationToken);
            result = result with { Against = new Comparison(against, DifferenceJob.Of(before, configuration.Subject)) };
        }

        result = result with { Wall = time.GetElapsedTime(start) };
        if (options.Mutates)
        {
            var progress = new Progress<(int Tried, int All)>(p => ReportEvery(100, p));
            result = result with { Mutation = await verdict.MutateAsync(configuration.Subject, result, progress, cancellationToken) };
        }

        var exitCode = result.HasNewFindings ? ExitCode.Defects : ExitCode.AsExpected;
        Show(result, SourceFolder.Of(folder));
        if (options.Out is { } output)
        {
            Write(new ResultFiles(output), result, exitCode, SourceFolder.Of(folder));
        }

        return exitCode;
    }

    private static void ReportEvery(int count, (int Tried, int All) progress)
    {
        if (progress.Tried % count == 0 || progress.Tried == progress.All)
        {
            Console.Error.WriteLine($"validate: tried {progress.Tried} of {progress.All} edits");
        }
    }

    private static void Show(CheckResult result, string folder)
    {
        new CheckText(Terminal.Output()).Write(result);
        GitHubActions.Current.Tell(result.Findings.Select(ReportedProblem.Of), folder, CheckMarkdown.Serialize(result));
    }

    private static void Write(ResultFiles files, CheckResult result, ExitCode exitCode, string folder)
    {
        files.Write(CheckJson.FileName, CheckJson.Serialize(result, exitCode));
        files.Write(CheckSarif.FileName, CheckSarif.Serialize(result, CheckCatalogue.All.ToDictionary(c => c.Name, c => c.About), folder));
        files.Write(CheckJUnit.FileName, CheckJUnit.Serialize(result));
        files.Write(CheckMarkdown.FileName, CheckMarkdown.Serialize(result));
    }

    private sealed record CheckOptions(string Configuration, bool ListsRoutes, string? Against, bool Mutates, string Suite, string? Out);
}
