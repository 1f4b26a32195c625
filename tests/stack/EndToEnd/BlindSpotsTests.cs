using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>Two cheap blind spots in real cells, a gap that is closed, and a fault that loses its power.</summary>
public sealed class BlindSpotsTests : IAsyncLifetime
{
    // The cell has no PostgreSQL, and the target of its exporter is down there from the start.
    private const string ExporterRule =
        """
        groups:
        - name: gap
          rules:
          - alert: ExporterDown
            expr: up{job="redis-exporter"} == 0
            for: 1m
            labels: {severity: warning, component: monitoring}
            annotations: {summary: "An exporter is down", description: "{{ $labels.instance }} cannot be scraped"}

        """;

    private ContainerEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public Task DisposeAsync() => _engine.DisposeAsync().AsTask();

    [Fact]
    public async Task An_incident_that_no_alert_asks_about_is_told_to_nobody_and_another_to_somebody_as_something_else()
    {
        var run = await ValidateRun.ToEndAsync("blind-spots", "--spot", "exporter-gone", "maxmemory-unset");

        run.ExitCode.Should().Be(0, run.Output);
        run.SpotOutcome("exporter-gone").Should().Be("nobody");
        run.Spot("exporter-gone").GetProperty("proof").GetString().Should().Contain("beats of PipelinePulse");
        run.Spot("exporter-gone").GetProperty("faultEvidence")[0].GetString().Should().Contain("is exited, exit code 137");
        run.SpotOutcome("maxmemory-unset").Should().Be("wrong");
        run.Spot("maxmemory-unset").GetProperty("tellings")[0].GetProperty("alert").GetString().Should().Be("CacheHighMemoryUsage");
    }

    [Fact]
    public async Task The_rule_that_closes_a_gap_closes_it_and_what_was_foretold_is_then_wrong()
    {
        using var configuration = EditedConfiguration.Of("documented");
        await File.WriteAllTextAsync(Path.Combine(configuration.Folder, "rules", "gap.yml"), ExporterRule);

        var run = await ValidateRun.ToEndAsync("blind-spots", "--config", configuration.Folder, "--spot", "exporter-gone");

        run.SpotOutcome("exporter-gone").Should().Be("told", run.Output);
        run.ExitCode.Should().Be(1, run.Output);
        run.Output.Should().Contain("foretold was: nobody");
    }

    [Fact]
    public async Task A_fault_that_loses_its_power_is_no_outcome()
    {
        await using var run = await ValidateRun.StartAsync(["blind-spots", "--spot", "maxmemory-unset"]);
        await run.SaysAsync("watching who is told");
        // Two proofs of the effect have been given by then: the fault was in place.
        await Task.Delay(TimeSpan.FromSeconds(5));
        await new Sabotage(_engine, run.RunId).ExecAsync("redis", "redis-cli", "config", "set", "maxmemory", "64mb");

        var end = await run.EndAsync();

        end.ExitCode.Should().Be(4, end.Output);
        end.SpotOutcome("maxmemory-unset").Should().Be("inconclusive");
        end.Output.Should().Contain("redis-maxmemory-unset");
    }

    [Fact]
    public async Task An_unknown_blind_spot_is_wrong_usage()
    {
        var run = await ValidateRun.ToEndAsync("blind-spots", "--spot", "exporter-gon");

        run.ExitCode.Should().Be(2);
        run.Output.Should().Contain("did you mean exporter-gone");
    }
}
