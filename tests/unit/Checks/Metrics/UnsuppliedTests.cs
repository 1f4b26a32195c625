using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class UnsuppliedTests
{
    [Theory]
    [InlineData(ScrapedText.Redis, "kube_pod_container_status_restarts_total > 3", "rules/r.yml:5:11 Error metric/unsupplied A: nothing supplies kube_pod_container_status_restarts_total, so that this alert never fires: it is a metric of kube-state-metrics, and prometheus.yml has no scrape job for that | add a scrape job for kube-state-metrics to prometheus.yml")]
    [InlineData(ScrapedText.Redis, "redis_keyspace_hit_total > 3", "rules/r.yml:5:11 Error metric/unsupplied A: nothing supplies redis_keyspace_hit_total, so that this alert never fires: redis-exporter has no metric of that name | did you mean redis_keyspace_hits_total?")]
    [InlineData(ScrapedText.Redis, "job:hits:rate5m > 3", "rules/r.yml:5:11 Error metric/unsupplied A: nothing supplies job:hits:rate5m, so that this alert never fires: no recording rule has this name | record it, or use a metric that is there")]
    [InlineData(ScrapedText.Redis, "redis_up == 0 or pg_up == 0", "rules/r.yml:5:28 Info metric/unsupplied A: nothing supplies pg_up, so that this part of the expression never has a value: it is a metric of postgres-exporter, and prometheus.yml has no scrape job for that | add a scrape job for postgres-exporter to prometheus.yml")]
    [InlineData(ScrapedText.Redis, "absent(pg_up)", "rules/r.yml:5:18 Error metric/unsupplied A: nothing supplies pg_up, so that it is always absent: it is a metric of postgres-exporter, and prometheus.yml has no scrape job for that | add a scrape job for postgres-exporter to prometheus.yml")]
    [InlineData(ScrapedText.Application, "rate(pg_stat_database_deadlocks[5m]) > 1", "rules/r.yml:5:16 Error metric/unsupplied A: nothing supplies pg_stat_database_deadlocks, so that this alert never fires: it is a metric of postgres-exporter, and prometheus.yml has no scrape job for that | add a scrape job for postgres-exporter to prometheus.yml")]
    [InlineData(ScrapedText.Redis, "dwcp_latency_milliseconds > 100", "rules/r.yml:5:11 Error metric/unsupplied A: nothing supplies dwcp_latency_milliseconds, so that this alert never fires: it is a metric of novacron-api, and prometheus.yml has no scrape job for that | add a scrape job for novacron-api to prometheus.yml")]
    [InlineData(ScrapedText.Redis, "redis_up == 0 unless on () pg_up", "rules/r.yml:5:38 Info metric/unsupplied A: nothing supplies pg_up, so that this part of the expression never has a value: it is a metric of postgres-exporter, and prometheus.yml has no scrape job for that | add a scrape job for postgres-exporter to prometheus.yml")]
    public void A_metric_that_nothing_supplies_is_found(string jobs, string expression, string finding) => ScrapedText.Say(new Unsupplied(), jobs, expression).Should().Equal(finding);

    [Theory]
    [InlineData(ScrapedText.Redis, "redis_keyspace_hits_total > 3")]
    [InlineData(ScrapedText.Redis, "redis_commands_latencies_usec_bucket > 3")]
    [InlineData(ScrapedText.Redis, "up == 0 or ALERTS or scrape_duration_seconds > 1")]
    // Another version of the exporter may have it.
    [InlineData(ScrapedText.Redis, "redis_something_new > 3")]
    [InlineData(ScrapedText.Redis, "go_goroutines > 1000")]
    // An application may have any name but another program's.
    [InlineData(ScrapedText.Application, "checkout_orders_total > 3")]
    [InlineData(ScrapedText.Application, "redis_pool_hits_total > 3")]
    [InlineData("- job_name: docker\n  static_configs:\n  - targets: ['10.0.0.3:8080']\n", "container_memory_usage_bytes > 3")]
    // Discovery may find anything.
    [InlineData(ScrapedText.Discovered, "kube_pod_container_status_restarts_total > 3")]
    [InlineData(ScrapedText.Discovered, "a:b:c > 3")]
    // Its collector may be on: nobody tells the exporter's flags.
    [InlineData(ScrapedText.Postgres, "pg_stat_statements_calls_total > 3")]
    [InlineData(ScrapedText.Postgres, "pg_stat_statements_mean_exec_time_seconds > 3")]
    [InlineData(ScrapedText.Redis, "{job=\"a\"} > 3")]
    public void A_metric_that_may_be_there_is_not(string jobs, string expression) => ScrapedText.Say(new Unsupplied(), jobs, expression).Should().BeEmpty();

    [Fact]
    public void Without_a_prometheus_yml_nothing_is_told() => CheckedText.OfExpression(new Unsupplied(), "kube_pod_info > 3 and a:b:c").Should().BeEmpty();

    [Theory]
    [InlineData("pg_stat_statements_calls_total", "nothing supplies pg_stat_statements_calls_total, so that this alert never fires: postgres-exporter has it only with --collector.stat_statements, which systems.yaml does not set | start postgres-exporter with --collector.stat_statements")]
    [InlineData("pg_stat_statements_mean_exec_time_seconds", "nothing supplies pg_stat_statements_mean_exec_time_seconds, so that this alert never fires: postgres-exporter has no metric of that name | use what it has: pg_stat_statements_block_read_seconds_total, pg_stat_statements_block_write_seconds_total, pg_stat_statements_calls_total, pg_stat_statements_query_id, pg_stat_statements_rows_total, pg_stat_statements_seconds_total, with --collector.stat_statements")]
    public void What_needs_a_flag_that_is_not_set_is_found(string metric, string message) =>
        Flagged(metric, []).Should().Equal($"rules/r.yml:5:11 Error metric/unsupplied A: {message}");

    [Theory]
    [InlineData("pg_stat_statements_calls_total", "--collector.stat_statements")]
    [InlineData("pg_stat_statements_calls_total", "--collector.stat_statements=true")]
    [InlineData("pg_stat_statements_mean_exec_time_seconds", "--extend.query-path=queries.yaml")]
    public void What_a_flag_brings_is_not(string metric, string flag) => Flagged(metric, [flag]).Should().BeEmpty();

    [Fact]
    public void What_a_recording_rule_records_is_there()
    {
        const string Rules = "groups:\n- name: g\n  rules:\n  - record: job:up:sum\n    expr: sum by (job) (up)\n  - alert: A\n    expr: job:up:sum < 2\n  - alert: B\n    expr: job:up:sums < 2\n";
        CheckedText.Say(new Unsupplied(), ScrapedText.Subject(ScrapedText.Redis, Rules)).Should().Equal(
            "rules/r.yml:9:11 Error metric/unsupplied B: nothing supplies job:up:sums, so that this alert never fires: no recording rule has this name | did you mean job:up:sum?");
    }

    [Fact]
    public void What_the_strategys_dashboards_show_is_asked_for_too() =>
        CheckedText.Say(new Unsupplied(), ScrapedText.Subject(ScrapedText.Redis, ScrapedText.Alert("redis_up == 0"), [SampleContracts.ServiceDown])).Should()
            .Contain("prometheus.yml:1:1 Error metric/unsupplied Database Connections: nothing supplies pg_stat_database_numbackends, which the strategy's dashboard shows: it is a metric of postgres-exporter, and prometheus.yml has no scrape job for that | add a scrape job for postgres-exporter to prometheus.yml")
            .And.NotContain(f => f.Contains("redis_keyspace", StringComparison.Ordinal));

    private static IReadOnlyList<string> Flagged(string metric, string[] flags) =>
        CheckedText.Say(new Unsupplied(), ScrapedText.Subject(ScrapedText.Postgres, ScrapedText.Alert($"{metric} > 1"), systems: new Systems([.. flags], [], [])));
}
