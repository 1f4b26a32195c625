using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.Cache;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>The alert that the guide in <c>scenarios/README.md</c> adds: its rule, its scenario and its new fault kind, in a real run.</summary>
public sealed class TwentyFirstAlertTests
{
    private const string RuleFile = "rules/cache-alerts.yml";

    [Fact]
    public async Task The_alert_of_the_guide_is_proved_from_its_fault_to_its_resolution()
    {
        var alert = await JudgeAsync(rule => rule);

        alert.Verdict.Should().Be(Verdict.Works, string.Join('\n', alert.Stages.Select(s => $"{s.Stage} {s.Outcome}: {s.Detail}")));
    }

    [Fact]
    public async Task A_rule_that_breaks_the_guide_s_contract_is_caught()
    {
        var alert = await JudgeAsync(rule => rule.Replace("> 200", "> 400", StringComparison.Ordinal));

        alert.Verdict.Should().Be(Verdict.Defective);
        alert.Stages.Where(s => s.Outcome == Outcome.Fail).Select(s => s.Stage).Should().Equal(StageName.Contract, StageName.Fires);
    }

    private static async Task<JudgedAlert> JudgeAsync(Func<string, string> edit)
    {
        using var configuration = Configuration(edit);
        var options = new RunOptions
        {
            ConfigurationName = "with a twenty-first alert",
            ConfigurationFolder = configuration.Folder,
            Scenarios = [new CacheTooManyClients()],
            Scale = new TimeScale(25),
            Suite = "trixie",
            Images = ImmutableSortedDictionary<string, string>.Empty,
        };
        await using var display = new PlainDisplay(TextWriter.Null, TimeProvider.System);

        var run = await new RunJob(options, RunCommand.NewRunId(TimeProvider.System), ProjectRoot.Find(), display, TimeProvider.System).ExecuteAsync(_ => { }, CancellationToken.None);

        run.Leftovers.Should().BeNull();
        return RunReport.Judge(run.Cells, run.Prepared).Alerts.Should().ContainSingle().Subject;
    }

    private static EditedConfiguration Configuration(Func<string, string> edit)
    {
        var rule = edit(File.ReadAllText(Path.Combine(ProjectRoot.Find(), "tests", "stack", "EndToEnd", "TwentyFirst", "rule.yml")));
        return EditedConfiguration.Of("corrected", new TextEdit(RuleFile, "\n  # Evictions\n", $"\n{rule}\n  # Evictions\n"));
    }
}
