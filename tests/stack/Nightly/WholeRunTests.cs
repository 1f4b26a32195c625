using NovaCron.Validation.Tests.Stack.EndToEnd;

namespace NovaCron.Validation.Tests.Stack.Nightly;

/// <summary>Runs of all alerts; each has the machine for itself.</summary>
[CollectionDefinition(nameof(MachineAlone), DisableParallelization = true)]
public sealed class MachineAlone
{
}

[Collection(nameof(MachineAlone))]
public sealed class WholeRunTests
{
    [Fact]
    public async Task The_documented_configuration_fails_only_as_its_ledger_foretells()
    {
        var run = await ValidateRun.ToEndAsync("run");

        run.ExitCode.Should().Be(0, run.Output);
        run.Output.Should().Contain("0 inconclusive");
    }

    [Fact]
    public async Task Under_the_corrected_configuration_every_alert_works()
    {
        var run = await ValidateRun.ToEndAsync("run", "--config", "corrected");

        run.ExitCode.Should().Be(0, run.Output);
        run.Result!.RootElement.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("verdict").GetString()).Should().OnlyContain(v => v == "works").And.HaveCount(20);
    }
}
