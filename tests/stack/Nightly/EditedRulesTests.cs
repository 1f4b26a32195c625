using NovaCron.Validation.Environments;
using NovaCron.Validation.Tests.Stack.EndToEnd;

namespace NovaCron.Validation.Tests.Stack.Nightly;

/// <summary>One run of all alerts with every rule edited.</summary>
public sealed class EditedRulesRun : IAsyncLifetime
{
    internal FinishedRun Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var corrected = Path.Combine(ProjectRoot.Find(), "environments", "monitoring", "corrected");
        using var configuration = EditedConfiguration.Of("corrected", RuleEdit.All.Select(e => e.In(corrected)));
        Run = await ValidateRun.ToEndAsync("run", "--config", configuration.Folder);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(nameof(MachineAlone))]
public sealed class EditedRulesTests(EditedRulesRun edited) : IClassFixture<EditedRulesRun>
{
    public static TheoryData<string> Alerts => new(RuleEdit.All.Select(e => e.Alert));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_edit_of_any_rule_is_caught_at_its_stage(string alert)
    {
        var edit = RuleEdit.All.Single(e => e.Alert == alert);

        edited.Run.ExitCode.Should().Be(1, edited.Run.Output);
        edited.Run.Verdict(alert).Should().Be("defective");
        edited.Run.Outcome(alert, edit.Stage).Should().Be("fail", edited.Run.Output);
        edited.Run.Detail(alert, edit.Stage).Should().Contain(edit.Says);
    }

    [Fact]
    public void Every_alert_has_an_edit() =>
        RuleEdit.All.Select(e => e.Alert).Should().BeEquivalentTo(edited.Run.Result!.RootElement.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("alert").GetString()));
}
