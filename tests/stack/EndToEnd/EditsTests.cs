namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>Starts every edited configuration's run once, side by side, so that the cases below only wait for theirs.</summary>
public sealed class EditedRuns
{
    private readonly Dictionary<string, Task<FinishedRun>> _runs = Edit.All.ToDictionary(e => e.Name, RunAsync);

    internal Task<FinishedRun> ResultOf(string edit) => _runs[edit];

    private static async Task<FinishedRun> RunAsync(Edit edit)
    {
        using var configuration = EditedConfiguration.Of("corrected", new TextEdit(edit.File, edit.Text, edit.Replacement));
        return await ValidateRun.ToEndAsync("run", "--config", configuration.Folder, "--alert", edit.Alert);
    }
}

/// <summary>An edit that breaks one promise.</summary>
internal sealed record Edit(string Name, string Alert, string File, string Text, string Replacement, string Stage, string Says)
{
    private const string SlackAlertsEnd = "*Description:* {{ .Annotations.description }}\n      {{ end }}\n\n- name: 'slack-monitoring'";

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("for lengthened tenfold", "ServiceDown", "rules/application-alerts.yml", "for: 1m", "for: 10m", "fires", "10m"),
        new("threshold raised past the fault", "DWCPPacketLoss", "rules/dwcp-alerts.yml", "dwcp_packet_loss_rate > 0.01", "dwcp_packet_loss_rate > 0.2", "fires", "0.2"),
        new("critical route removed", "ServiceDown", "alertmanager.yml",
            "  - match:\n      severity: critical\n    receiver: 'pagerduty-critical'\n    continue: true\n", "", "routes", "pagerduty-critical"),
        new("channel renamed", "DatabaseDeadlocks", "alertmanager.yml", "channel: '#alerts'", "channel: '#alarms'", "routes", "#alarms"),
        new("template field misspelt", "DatabaseDeadlocks", "alertmanager.yml",
            SlackAlertsEnd, SlackAlertsEnd.Replace(".description", ".descripton", StringComparison.Ordinal), "renders", "Description"),
        new("threshold lowered below normal", "CacheHighEvictionRate", "rules/cache-alerts.yml",
            "rate(redis_evicted_keys_total[5m]) > 100", "rate(redis_evicted_keys_total[5m]) > -1", "silent", "CacheHighEvictionRate"),
    ];
}

public sealed class EditsTests(EditedRuns runs) : IClassFixture<EditedRuns>
{
    public static TheoryData<string> Edits => new(Edit.All.Select(e => e.Name));

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_that_breaks_a_promise_is_caught_at_its_stage(string name)
    {
        var edit = Edit.All.Single(e => e.Name == name);

        var run = await runs.ResultOf(name);

        run.ExitCode.Should().Be(1, run.Output);
        run.Verdict(edit.Alert).Should().Be("defective");
        run.Outcome(edit.Alert, edit.Stage).Should().Be("fail", run.Output);
        run.Detail(edit.Alert, edit.Stage).Should().Contain("expected").And.Contain("found").And.Contain(edit.Says);
    }

    [Fact]
    public void An_edit_that_does_not_meet_its_text_is_refused() =>
        FluentActions.Invoking(() => EditedConfiguration.Of("corrected", new TextEdit("alertmanager.yml", "no such text", "")))
            .Should().Throw<InvalidOperationException>();
}
