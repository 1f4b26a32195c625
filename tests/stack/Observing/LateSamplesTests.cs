using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Stack.Containers;

namespace NovaCron.Validation.Tests.Stack.Observing;

/// <summary>The real Prometheus evaluates a rule every 0.1 s while it scrapes a target that takes its time, or does not.</summary>
[Collection(EngineTests.Name)]
public sealed class LateSamplesTests(EngineFixture fixture)
{
    private const int Port = 9090;
    private static readonly TimeSpan Observed = TimeSpan.FromSeconds(6);

    private static readonly AlertContract Contract = new()
    {
        Alert = "Bad",
        Component = "test",
        Severity = "warning",
        RuleFile = "rules.yml",
        Signal = new Gauge("bad") { Unit = "bad" },
        Comparator = Comparator.EqualTo,
        Threshold = 1,
        For = TimeSpan.Zero,
        Receivers = [],
    };

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Evaluations_while_a_slow_scrape_is_under_way_see_less_than_a_later_query()
    {
        var (evidence, turnedBad) = await ObserveAsync("slow", scrapeSeconds: 1);

        var late = LateSamples.Evaluations(evidence, evidence.Phases.QuietStart!.Value, evidence.Phases.End!.Value);

        late.Count.Should().BeInRange(5, 12, "a scrape of a second hides its samples from ten evaluations");
        late.Should().OnlyContain(at => at > turnedBad - TimeSpan.FromSeconds(1.5) && at < turnedBad + TimeSpan.FromSeconds(4));
        evidence.Alerts.Should().NotBeEmpty("the alert fires once the samples are there");
    }

    [Fact]
    public async Task A_fast_scrape_hides_nothing_for_longer_than_an_evaluation()
    {
        var (evidence, _) = await ObserveAsync("fast", scrapeSeconds: 0);

        LateSamples.Evaluations(evidence, evidence.Phases.QuietStart!.Value, evidence.Phases.End!.Value).Count.Should().BeLessThanOrEqualTo(1);
        evidence.Alerts.Should().NotBeEmpty();
        evidence.RuleCondition.Should().NotBeEmpty();
        evidence.ScrapeDurations.Should().NotBeEmpty();
    }

    private async Task<(CellEvidence Evidence, DateTimeOffset TurnedBad)> ObserveAsync(string name, int scrapeSeconds)
    {
        var network = await fixture.NetworkAsync(name, isInternal: false);
        var target = await fixture.Engine.StartAsync(Target(name, scrapeSeconds).WithNetwork(network), None);
        var prometheus = await fixture.Engine.StartAsync(Prometheus(name).WithNetwork(network), None);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{(await prometheus.InspectAsync(None)).PublishedPorts[Port]}/") };
        var client = new PrometheusClient(http);
        await UntilAsync(client, "bad == 0");
        var start = DateTimeOffset.UtcNow;
        await target.ExecAsync(["sh", "-c", "echo bad 1 > /tmp/bad"], None);
        var turnedBad = DateTimeOffset.UtcNow;
        await UntilAsync(client, "ALERTS{alertname=\"Bad\"} == 1");
        return (await CollectAsync(client, start, start + Observed), turnedBad);
    }

    private static async Task<CellEvidence> CollectAsync(PrometheusClient client, DateTimeOffset start, DateTimeOffset end)
    {
        await Task.Delay(end - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero);
        var rule = (await client.RulesAsync(None)).Single();
        var alerts = await client.RangeSelectorAsync("ALERTS", end - start, end, None);
        var grid = await EvaluationGrid.FindAsync(client, rule, alerts, start, end, rule.Interval, None);
        return new CellEvidence
        {
            Contract = Contract,
            Scale = new TimeScale(1),
            Phases = new Phases { QuietStart = start, End = end },
            Alerts = alerts,
            RuleCondition = await client.QueryRangeAsync(rule.Query, grid.Start, grid.End, grid.Step, None),
            ScrapeDurations = await client.RangeSelectorAsync("scrape_duration_seconds", end - start, end, None),
        };
    }

    private ContainerSpec Target(string name, int scrapeSeconds) => fixture.Shell($"{name}-target", "echo bad 0 > /tmp/bad; exec nc -ll -p 8080 -e /answer")
        .WithResourceMapping(
            $$"""
            #!/bin/sh
            while read -r line && [ ${#line} -gt 1 ]; do :; done
            sleep {{scrapeSeconds}}
            echo "HTTP/1.0 200 OK"
            echo "Content-Type: text/plain; version=0.0.4"
            echo
            cat /tmp/bad

            """,
            "/answer",
            UnixFileMode.UserRead | UnixFileMode.UserExecute);

    private ContainerSpec Prometheus(string name) => new ContainerSpec { Image = TestImages.Prometheus, Name = fixture.Name($"{name}-prometheus") }
        .WithLabels(fixture.Labels)
        .WithPortBinding(Port)
        .WithResourceMapping(
            $$"""
            global: {scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 100ms}
            rule_files: [/etc/prometheus/rules.yml]
            scrape_configs:
            - job_name: target
              static_configs: [{targets: ["{{fixture.Name($"{name}-target")}}:8080"]}]

            """,
            "/etc/prometheus/prometheus.yml")
        .WithResourceMapping("groups: [{name: bad, rules: [{alert: Bad, expr: bad == 1}]}]\n", "/etc/prometheus/rules.yml")
        .WithWaitStrategy(Wait.ForHttp(Port, "/-/ready"));

    private static async Task UntilAsync(PrometheusClient client, string expression) =>
        await StandIns.Eventually.GetsAsync(async () => (await client.QueryAsync(expression, null, None)).FirstOrDefault(), () => expression);
}
