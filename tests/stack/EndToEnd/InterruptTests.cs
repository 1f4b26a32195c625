using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>However a run ends, nothing of it stays.</summary>
public sealed class InterruptTests : IAsyncLifetime
{
    private const int SigInt = 2;
    private const int SigKill = 9;
    private ContainerEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public Task DisposeAsync() => _engine.DisposeAsync().AsTask();

    [Fact]
    public async Task Ctrl_C_in_mid_fault_leaves_nothing_within_20_seconds()
    {
        await using var run = await ValidateRun.StartAsync(["run", "--config", "corrected", "--alert", "DWCPPacketLoss"]);
        await run.SaysAsync("waiting for the alert to fire");
        run.Signal(SigInt);

        var end = await run.EndAsync().WaitAsync(TimeSpan.FromSeconds(20));

        end.ExitCode.Should().Be(130, end.Output);
        (await LeftAsync(run.RunId)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_killed_runner_leaves_nothing_after_a_minute_and_the_engine_alive()
    {
        await using var run = await ValidateRun.StartAsync(["run", "--config", "corrected", "--alert", "CacheDown"], ownGroup: true);
        await run.SaysAsync("quiet phase");
        (await LeftAsync(run.RunId)).Should().NotBeEmpty("the run had a cell");
        run.Signal(SigKill, group: true);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var poll = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while ((await LeftAsync(run.RunId)).Count > 0)
        {
            await poll.WaitForNextTickAsync(limit.Token);
        }

        var next = await ValidateRun.ToEndAsync("run", "--config", "corrected", "--alert", "CacheDown");
        next.ExitCode.Should().Be(0, next.Output);
    }

    [Fact]
    public async Task Two_runs_side_by_side_agree()
    {
        string[] arguments = ["run", "--config", "corrected", "--alert", "ServiceDown"];

        var runs = await Task.WhenAll(ValidateRun.ToEndAsync(arguments), ValidateRun.ToEndAsync(arguments));

        runs.Should().AllSatisfy(r => r.Verdict("ServiceDown").Should().BeOneOf(["works", "inconclusive"], r.Output));
        runs.Should().Contain(r => r.Verdict("ServiceDown") == "works");
    }

    private Task<IReadOnlyList<ContainerSummary>> LeftAsync(string runId) =>
        _engine.ListContainersAsync(RunLabels.OfRun(runId), CancellationToken.None);
}
