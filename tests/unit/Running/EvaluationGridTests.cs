using System.Globalization;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Contracts;
using NovaCron.Validation.Tests.Unit.Monitoring.Clients;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class EvaluationGridTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);
    private static readonly TimeSpan Promised = TimeSpan.FromMilliseconds(600);
    private static readonly LoadedRule Rule = Rules.Of(SampleContracts.DatabaseDeadlocks, new TimeScale(25));

    [Theory]
    [InlineData(10_500, 900)]
    [InlineData(-10_500, 300)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task It_starts_at_the_first_evaluation_on_the_grid_of_an_alert_sample(int sampleMilliseconds, int expectedMilliseconds)
    {
        await using var server = await FakeServer.AnswerAsync("", 500);
        var grid = await FindAsync(server, Rule, Alert(Rule.Name, Start.AddMilliseconds(sampleMilliseconds)));

        grid.Should().Be(new EvaluationGrid(Start.AddMilliseconds(expectedMilliseconds), Start.AddMinutes(1), TimeSpan.FromMilliseconds(1200)));
        server.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Samples_of_other_alerts_are_of_other_groups()
    {
        await using var server = await FakeServer.AnswerAsync(FakeCell.Nothing);

        (await FindAsync(server, Rule, Alert("Other", Start.AddMilliseconds(500)))).Start.Should().Be(Start);
    }

    [Theory]
    [InlineData(1_767_225_612_123, 123)]
    [InlineData(1_767_225_612_001, 1)]
    [InlineData(1_767_225_612_009, 9)]
    [InlineData(1_767_225_612_999, 999)]
    public async Task Without_a_sample_it_follows_the_groups_last_evaluation_to_the_millisecond(long evaluatedAt, int expectedMilliseconds)
    {
        await using var server = await FakeServer.AnswerAsync(FakeCell.Vector((new { }, (double)(evaluatedAt / 1000m))));

        var grid = await FindAsync(server, Rule);

        grid.Start.Should().Be(Start.AddMilliseconds(expectedMilliseconds));
        server.Asked.Single().Should().Contain("""{rule_group="/etc/prometheus/rules/database-alerts.yml;database"}""")
            .And.Contain(Start.AddMinutes(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(FakeCell.Nothing, 200)]
    [InlineData("away", 503)]
    public async Task Without_either_it_starts_at_the_time_asked_for(string answer, int status)
    {
        await using var server = await FakeServer.AnswerAsync(answer, status);

        (await FindAsync(server, Rule)).Should().Be(new EvaluationGrid(Start, Start.AddMinutes(1), Rule.Interval));
    }

    [Fact]
    public async Task Without_a_rule_it_has_the_promised_interval()
    {
        await using var server = await FakeServer.AnswerAsync("", 500);

        (await FindAsync(server, null)).Should().Be(new EvaluationGrid(Start, Start.AddMinutes(1), Promised));
        server.Asked.Should().BeEmpty();
    }

    private static Task<EvaluationGrid> FindAsync(FakeServer server, LoadedRule? rule, params Series[] alerts) =>
        EvaluationGrid.FindAsync(new PrometheusClient(server.Client()), rule, alerts, Start, Start.AddMinutes(1), Promised, CancellationToken.None);

    private static Series Alert(string name, DateTimeOffset at) => new(Rules.Map(("alertname", name)), [new Sample(at, 1)]);
}
