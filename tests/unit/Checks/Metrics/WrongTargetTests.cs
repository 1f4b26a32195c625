using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class WrongTargetTests
{
    private const string Lag = "pg_replication_lag_seconds > 30";

    [Fact]
    public void A_lag_that_is_asked_of_the_strategys_primary_is_found() =>
        CheckedText.Say(new WrongTarget(), ScrapedText.Subject(ScrapedText.Postgres, ScrapedText.Alert(Lag), [SampleContracts.ServiceDown])).Should().Equal(
            "rules/r.yml:5:11 Error metric/wrong-target A: pg_replication_lag_seconds is 0 on a primary, and postgres-exporter:9187, the only target that is scraped for it, is that of the primary: this alert never fires | scrape the exporter of the replica, too");

    [Fact]
    public void Whose_target_it_is_elsewhere_nobody_knows() => ScrapedText.Say(new WrongTarget(), ScrapedText.Postgres, Lag).Should().Equal(
        "rules/r.yml:5:11 Info metric/wrong-target A: pg_replication_lag_seconds is 0 on a primary, and postgres-exporter:9187 is the only target that is scraped for it: it tells something only if that is a replica | scrape the replicas, too");

    [Theory]
    [InlineData("- job_name: postgres-exporter\n  static_configs:\n  - targets: ['a:9187', 'b:9187']\n", Lag)]
    [InlineData("- job_name: postgres-exporter\n  kubernetes_sd_configs:\n  - role: pod\n", Lag)]
    [InlineData(ScrapedText.Redis, Lag)]
    [InlineData(ScrapedText.Postgres, "pg_up == 0")]
    public void Two_targets_and_other_metrics_are_not(string jobs, string expression) => ScrapedText.Say(new WrongTarget(), jobs, expression).Should().BeEmpty();
}
