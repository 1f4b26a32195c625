using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

/// <summary>A minute at N = 25 has a hundred scrapes.</summary>
public sealed class DisturbanceGuardTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Fact]
    public async Task A_minute_with_every_scrape_and_evaluation_is_undisturbed() =>
        (await FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (job, _) => Up())).Should().BeEmpty();

    [Fact]
    public async Task A_single_failed_scrape_is_named_with_its_target() =>
        (await FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (job, _) => Up(failed: job == "postgres-exporter" ? 50 : -1)))
            .Should().Equal("1 scrapes of postgres-exporter db:9187 failed and 0 did not happen, the first at 00:00:30.300");

    [Fact]
    public async Task A_single_scrape_that_did_not_happen_is_named_with_its_target() =>
        (await FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (job, _) => Up(absent: job == "postgres-exporter" ? 50 : -1)))
            .Should().Equal("0 scrapes of postgres-exporter db:9187 failed and 1 did not happen, the first at 00:00:30.300");

    [Theory]
    [InlineData(CellSystems.Postgres)]
    [InlineData(CellSystems.Postgres | CellSystems.Standby, "100 scrapes of postgres-exporter postgres-standby-exporter:9187 failed and 0 did not happen, the first at 00:00:00.300")]
    public async Task A_target_whose_system_the_cell_has_not_is_no_disturbance(CellSystems systems, params string[] disturbances) =>
        (await FindAsync("DatabaseReplicationLag", systems, (job, _) => job == "postgres-exporter" ? UpAndDown(CellNames.StandbyExporterTarget) : Up())).Should().Equal(disturbances);

    [Fact]
    public async Task A_target_that_was_never_scraped_is_missed_too() =>
        (await FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (job, _) => job == "postgres-exporter" ? FakeCell.Matrix() : Up()))
            .Should().ContainSingle().Which.Should().Contain("postgres-exporter").And.Contain("0 of 1");

    [Fact]
    public async Task Missed_evaluations_are_counted_by_group() =>
        (await FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (job, query) => query.Contains("iterations_missed") ? FakeCell.Vector((new { rule_group = "a;b" }, 3)) : Up()))
            .Should().Equal("rule group a;b missed 3 evaluations");

    [Fact]
    public async Task Scrapes_that_the_fault_takes_away_are_its_effect() =>
        (await FindAsync("ServiceDown", CellSystems.Api, (job, _) => Up(failed: job == "novacron-api" ? 7 : -1, instances: job == "novacron-api" ? 2 : 1))).Should().BeEmpty();

    [Fact]
    public async Task Where_the_fault_takes_no_scrape_away_the_same_is_a_disturbance() =>
        (await FindAsync("DWCPPacketLoss", CellSystems.Api, (job, _) => Up(failed: job == "novacron-api" ? 7 : -1, instances: job == "novacron-api" ? 2 : 1)))
            .Should().HaveCount(2).And.OnlyContain(d => d.StartsWith("1 scrapes of novacron-api db:9187 failed"));

    [Fact]
    public async Task Scrapes_that_the_inhibitor_takes_away_are_its_effect_from_its_injection_on()
    {
        string? Answer(string? job, string query) => Up(failed: job == "novacron-api" && query.Contains("[60000ms]") ? 70 : -1, instances: job == "novacron-api" ? 2 : 1);

        (await FindAsync("HighMemoryUsage", CellSystems.Api, Answer)).Should().HaveCount(2).And.OnlyContain(d => d.Contains("novacron-api"));
        (await FindAsync("HighMemoryUsage", CellSystems.Api, (job, query) => job == "novacron-api" ? Shortened() : Answer(job, query), Start.AddSeconds(30))).Should().BeEmpty();

        static string Shortened() => FakeCell.Matrix([.. Enumerable.Repeat(((object)new { instance = "db:9187" }, Enumerable.Range(0, 50).Select(i => (300 + (600 * i), 1.0))), 2)]);
    }

    [Fact]
    public async Task A_guard_that_gets_no_answer_says_so() =>
        await FluentActions.Awaiting(() => FindAsync("DatabaseDeadlocks", CellSystems.Postgres, (_, _) => null)).Should().ThrowAsync<ObservationException>();

    private static string UpAndDown(string down) => FakeCell.Matrix(
        (new { instance = "postgres-exporter:9187" }, Enumerable.Range(0, 100).Select(i => (300 + (600 * i), 1.0))),
        (new { instance = down }, Enumerable.Range(0, 100).Select(i => (300 + (600 * i), 0.0))));

    private static string Up(int failed = -1, int absent = -1, int instances = 1)
    {
        var samples = Enumerable.Range(0, 100).Where(i => i != absent).Select(i => (300 + (600 * i), i == failed ? 0.0 : 1.0)).ToList();
        return FakeCell.Matrix([.. Enumerable.Repeat(((object)new { instance = "db:9187" }, samples.AsEnumerable()), instances)]);
    }

    private static async Task<IEnumerable<string>> FindAsync(string alert, CellSystems systems, Func<string?, string, string?> answer, DateTimeOffset? inhibition = null)
    {
        await using var fake = await FakeCell.StartAsync(systems);
        fake.Prometheus = query =>
        {
            var job = query.Contains("job=\"") ? query.Split("job=\"")[1].Split('"')[0] : null;
            var reply = answer(job, query);
            return job is null && reply is not null && !reply.Contains("rule_group") ? FakeCell.Nothing : reply;
        };
        var found = await new DisturbanceGuard(fake.Cell, ScenarioCatalogue.Select([alert])[0], new TimeScale(25)).FindAsync(Start, Start.AddMinutes(1), inhibition, CancellationToken.None);
        fake.Queries.Should().OnlyContain(q => q.Contains("[60000ms]") || (inhibition != null && q.Contains("novacron-api") && q.Contains("[30000ms]")));
        return found;
    }
}
