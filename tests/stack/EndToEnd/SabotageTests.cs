using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>A run whose ground is pulled away never passes, and says why.</summary>
public sealed class SabotageTests : IAsyncLifetime
{
    private const string FaultInPlace = "waiting for the alert to fire";
    private ContainerEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public Task DisposeAsync() => _engine.DisposeAsync().AsTask();

    [Fact]
    public async Task All_kinds_are_noticed()
    {
        var cases = new (string Name, Func<Task> Run)[]
        {
            ("deadlock sessions ended", () => CaseAsync(
                "DatabaseDeadlocks", FaultInPlace, s => s.ExecAsync(
                    "postgres", "psql", "--host=127.0.0.1", "--username=postgres", "--command",
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'novacron-validation-deadlocks%'"),
                4, "postgres-deadlocks")),
            ("packet-drop rule flushed", () => CaseAsync(
                "DWCPPacketLoss", FaultInPlace, s => s.ExecAsync("fault", "nft", "flush", "ruleset"), 4, "novacron_validation")),
            ("eviction policy changed", () => CaseAsync(
                "CacheHighEvictionRate", FaultInPlace, s => s.ExecAsync("redis", "redis-cli", "config", "set", "maxmemory-policy", "noeviction"), 4, "lost its effect")),
            ("Prometheus paused", () => CaseAsync(
                "CacheHighMemoryUsage", FaultInPlace, async s => await (await s.ContainerAsync("prometheus")).PauseAsync(CancellationToken.None), 3, "prometheus")),
            ("Alertmanager paused", () => CaseAsync(
                "CacheHighMemoryUsage", "quiet phase", async s => await (await s.ContainerAsync("alertmanager")).PauseAsync(CancellationToken.None), 3, "alertmanager")),
            ("receivers killed", () => CaseAsync(
                "CacheHighMemoryUsage", FaultInPlace, async s => await (await s.ContainerAsync("receivers")).KillAsync("KILL", CancellationToken.None), 3, "receivers")),
        };

        var results = await Task.WhenAll(cases.Select(async c => (c.Name, Failure: await Record.ExceptionAsync(c.Run))));

        results.Where(r => r.Failure is not null).Select(r => $"{r.Name}: {r.Failure!.Message}").Should().BeEmpty();
    }

    private async Task CaseAsync(string alert, string when, Func<Sabotage, Task> sabotage, int exitCode, string says)
    {
        await using var run = await ValidateRun.StartAsync(["run", "--config", "corrected", "--alert", alert]);
        await run.SaysAsync(when);
        // Two more proofs of the effect have been given by then: the fault was in place.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await sabotage(new Sabotage(_engine, run.RunId));

        var end = await run.EndAsync();

        end.ExitCode.Should().Be(exitCode, end.Output);
        end.Output.Should().ContainEquivalentOf(says);
        end.Verdict(alert).Should().NotBe("works");
    }
}
