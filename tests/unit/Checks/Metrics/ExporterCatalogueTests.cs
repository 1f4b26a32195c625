using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class ExporterCatalogueTests
{
    [Theory]
    [InlineData("redis_keyspace_hits_total", MetricType.Counter)]
    [InlineData("kube_pod_status_phase", MetricType.Gauge)]
    [InlineData("http_request_duration_seconds_bucket", MetricType.Counter)]
    [InlineData("prometheus_engine_query_duration_seconds_sum", MetricType.Counter)]
    [InlineData("prometheus_engine_query_duration_seconds", MetricType.Summary)]
    [InlineData("container_network_tcp_usage_total", MetricType.Gauge)]
    public void Knows_types(string metric, MetricType type) => ExporterCatalogue.All.Select(e => e.Find(metric)).OfType<KnownMetric>().Single().Type.Should().Be(type);

    [Fact]
    public void Knows_no_metric_by_its_parts_alone() => ExporterCatalogue.Redis.Find("redis_up_bucket").Should().BeNull();

    [Fact]
    public void Every_name_is_its_owners() =>
        ExporterCatalogue.All.SelectMany(e => e.MetricNames.Where(n => ExporterCatalogue.All.Any(o => o != e && o.Owns(n))).Select(n => $"{e.Name} {n}")).Should().BeEmpty();

    [Fact]
    public void Names_the_strategys_metrics_with_their_types() =>
        KeyMetric.All.Where(m => m.NotSupplied is null).Should().OnlyContain(m =>
            ExporterCatalogue.All.Any(e => e.Find(m.Name) != null && string.Equals(e.Find(m.Name)!.Type.ToString(), m.Type, StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("kitten", "sitting", 3, 3)]
    [InlineData("kitten", "sitting", 2, null)]
    [InlineData("a", "a", 0, 0)]
    [InlineData("ab", "abcd", 2, 2)]
    public void Measures_slips(string left, string right, int most, int? distance) => EditDistance.Within(left, right, most).Should().Be(distance);
}
