using System.Diagnostics;
using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>Tests that take the engine away from everybody; they run alone, after all others.</summary>
[CollectionDefinition(nameof(EngineAlone), DisableParallelization = true)]
public sealed class EngineAlone
{
}

[Collection(nameof(EngineAlone))]
public sealed class EngineRestartTests
{
    private const string PidFile = "/var/run/docker.pid";
    private const int SigTerm = 15;
    private const int SigKill = 9;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task A_restarted_engine_ends_the_run_as_lost_and_the_next_run_works()
    {
        await using var run = await ValidateRun.StartAsync(["run", "--config", "corrected", "--alert", "CacheDown"]);
        await run.SaysAsync("quiet phase");
        using var engine = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(PidFile), System.Globalization.CultureInfo.InvariantCulture));
        engine.ProcessName.Should().Be("dockerd", "only an engine that runs here can be restarted by this test");
        await StopAsync(engine);
        await StartAgainAsync();

        var end = await run.EndAsync();
        var next = await ValidateRun.ToEndAsync("run", "--config", "corrected", "--alert", "CacheDown");

        end.ExitCode.Should().Be(3, end.Output);
        end.Output.Should().Contain("engine");
        next.ExitCode.Should().Be(0, next.Output);
    }

    // As a service manager does: a polite word first. An engine whose networks are in each other's way never ends by itself.
    private static async Task StopAsync(Process engine)
    {
        ValidateRun.Signal(engine.Id, SigTerm);
        try
        {
            await engine.WaitForExitAsync().WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            ValidateRun.Signal(engine.Id, SigKill);
            await engine.WaitForExitAsync().WaitAsync(StopLimit);
        }
    }

    // Starting an engine is the script's work.
    private static async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(ProjectRoot.Find(), "validate"), "recover") { RedirectStandardOutput = true, RedirectStandardError = true };
        using var recover = Process.Start(start)!;
        var said = await recover.StandardOutput.ReadToEndAsync() + await recover.StandardError.ReadToEndAsync();
        await recover.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        recover.ExitCode.Should().Be(0, said);
    }
}
