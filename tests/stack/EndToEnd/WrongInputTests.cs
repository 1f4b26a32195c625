namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>Wrong input is one clear line and the documented exit code.</summary>
public sealed class WrongInputTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("7.3")]
    public Task A_time_scale_that_is_none(string scale) =>
        FailsAsync(2, $"--time-scale {scale} is no whole number", "run", "--time-scale", scale);

    [Fact]
    public Task A_time_scale_that_leaves_fractions_of_a_millisecond() =>
        FailsAsync(2, "prometheus.yml:2", "run", "--time-scale", "7");

    [Fact]
    public Task An_unknown_alert() => FailsAsync(2, "did you mean ServiceDown", "run", "--alert", "ServiceDwon");

    [Fact]
    public Task A_missing_folder() => FailsAsync(2, "/no/such/folder is no folder", "run", "--config", "/no/such/folder");

    [Fact]
    public Task An_unknown_option() => FailsAsync(2, "--speed", "run", "--speed", "9");

    [Fact]
    public async Task Broken_yaml()
    {
        using var configuration = EditedConfiguration.Of("corrected", new TextEdit("rules/cache-alerts.yml", "- name: cache", "- name: [cache"));
        await FailsAsync(2, "rules/cache-alerts.yml:", "run", "--config", configuration.Folder);
    }

    [Fact]
    public async Task A_route_that_alertmanager_refuses()
    {
        using var configuration = EditedConfiguration.Of("corrected", new TextEdit("alertmanager.yml", "receiver: 'default'", "receiver: 'nobody'"));
        await FailsAsync(2, "alertmanager.yml", "run", "--config", configuration.Folder, "--alert", "ServiceDown");
    }

    [Theory]
    [InlineData("unix:///no/such/engine.sock", "no socket")]
    [InlineData("tcp://127.0.0.1:1", "connection refused")]
    public async Task An_engine_that_is_down_or_refuses(string engine, string says)
    {
        await using var run = await ValidateRun.StartAsync(["run"], dockerHost: engine);
        Fails(await run.EndAsync(), 3, says);
    }

    private static async Task FailsAsync(int exitCode, string says, params string[] arguments) =>
        Fails(await ValidateRun.ToEndAsync(arguments), exitCode, says);

    private static void Fails(FinishedRun run, int exitCode, string says)
    {
        run.ExitCode.Should().Be(exitCode, run.Output);
        var complaint = run.Output.Split('\n').Where(l => l.StartsWith("validate: ", StringComparison.Ordinal)).ToList();
        string[] hint = exitCode == 3 ? ["validate: ./validate doctor says what this machine lacks"] : [];
        complaint.Should().HaveCount(1 + hint.Length, run.Output);
        complaint[0].Should().Contain(says);
        complaint.Skip(1).Should().Equal(hint);
        run.Output.Should().NotContain("   at ");
    }
}
