using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Tests.Unit.Running;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class ExpectedTargetsTests
{
    [Fact]
    public void An_empty_cell_has_what_every_cell_has() =>
        ExpectedTargets.Of(FakeCell.Blueprint(CellSystems.None)).Keys.Should().BeEquivalentTo("prometheus");

    [Theory]
    [InlineData(CellSystems.Postgres, "postgres-exporter", 1)]
    [InlineData(CellSystems.Redis, "redis-exporter", 1)]
    [InlineData(CellSystems.Api, "novacron-api", 3)]
    public void Each_system_brings_its_targets(CellSystems system, string job, int targets)
    {
        var with = ExpectedTargets.Of(FakeCell.Blueprint(system) with { ApiReplicas = 3 });

        with.Should().Contain("prometheus", 1).And.Contain(job, targets);
    }

    [Fact]
    public void Kube_state_metrics_is_expected_where_it_is_scraped_and_the_cell_has_a_cluster()
    {
        static CellBlueprint Scraped(CellSystems systems) => FakeCell.Blueprint(systems) with { Monitoring = new MonitoringFiles([], [], [], []) { ScrapeJobs = ["kube-state-metrics"] } };

        ExpectedTargets.Of(Scraped(CellSystems.Api)).Should().Contain("kube-state-metrics", 1);
        ExpectedTargets.Of(Scraped(CellSystems.Redis)).Keys.Should().NotContain("kube-state-metrics");
        ExpectedTargets.Of(FakeCell.Blueprint(CellSystems.Api)).Keys.Should().NotContain("kube-state-metrics");
    }

    [Fact]
    public void A_standby_brings_no_job_of_its_own() =>
        ExpectedTargets.Of(FakeCell.Blueprint(CellSystems.Postgres | CellSystems.Standby)).Should().HaveCount(2).And.Contain("postgres-exporter", 1);

    [Theory]
    [InlineData(CellSystems.Postgres, CellNames.StandbyExporterTarget, false)]
    [InlineData(CellSystems.Postgres | CellSystems.Standby, CellNames.StandbyExporterTarget, true)]
    [InlineData(CellSystems.Postgres, "postgres-exporter:9187", true)]
    [InlineData(CellSystems.Postgres, "another:9187", true)]
    public void The_standbys_exporter_is_there_where_the_standby_is(CellSystems systems, string instance, bool isThere) =>
        ExpectedTargets.IsThere(FakeCell.Blueprint(systems), instance).Should().Be(isThere);

    [Fact]
    public void A_whole_cell_has_all_of_them() =>
        ExpectedTargets.Of(FakeCell.Blueprint(CellSystems.Api | CellSystems.Postgres | CellSystems.Redis)).Should().HaveCount(6);
}
