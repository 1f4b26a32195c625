namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary><c>check</c> as a process of its own, with the real promtool.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData("documented", "0 errors, 0 warnings")]
    [InlineData("corrected", "0 errors, 0 warnings")]
    public async Task The_shipped_configurations_are_as_their_ledgers_say(string configuration, string says)
    {
        var check = await ValidateRun.ToEndAsync("check", "--config", configuration);

        check.ExitCode.Should().Be(0, check.Output);
        check.Output.Should().Contain($"{configuration}: {says}").And.Contain("simulated cases");
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("corrected")]
    public async Task No_edit_of_a_shipped_configuration_goes_unnoticed(string configuration)
    {
        var check = await ValidateRun.ToEndAsync("check", "--config", configuration, "--mutate");

        check.ExitCode.Should().Be(0, check.Output);
        check.Output.Should().Contain(" 0 unnoticed: a score of 100").And.NotContain("unnoticed: rules").And.NotContain("unnoticed: alertmanager");
    }

    [Theory]
    [InlineData("rules/application-alerts.yml", "> 0.01", "> 0.02", "contract/differs", "behaviour/never-fires")]
    [InlineData("rules/cache-alerts.yml", "expr: redis_up == 0", "expr: redis_upp == 0", "metric/unsupplied", "behaviour/never-fires")]
    [InlineData("alertmanager.yml", "receiver: 'slack-alerts'\n", "receiver: 'slack-monitoring'\n", "promise/receivers", "receiver/unused")]
    public async Task An_edit_is_told_with_its_place_and_what_it_changes(string file, string text, string replacement, params string[] checks)
    {
        using var configuration = EditedConfiguration.Of("corrected", new TextEdit(file, text, replacement));

        var check = await ValidateRun.ToEndAsync("check", "--config", configuration.Folder, "--against", "corrected");

        check.ExitCode.Should().Be(1, check.Output);
        check.Output.Should().ContainAll(checks).And.Contain($"{file}:").And.Contain("For the people on call, against corrected");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_one_clear_error()
    {
        using var configuration = EditedConfiguration.Of("corrected", new TextEdit("rules/cache-alerts.yml", "- name: cache", "- name: [cache"));

        var check = await ValidateRun.ToEndAsync("check", "--config", configuration.Folder);

        check.ExitCode.Should().Be(2, check.Output);
        check.Output.Split('\n').Should().ContainSingle(l => l.StartsWith("validate: ", StringComparison.Ordinal)).Which.Should().Contain("rules/cache-alerts.yml:");
    }
}
