using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Contracts.Signals;

public sealed class SignalTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly Rate Hits = new("hits_total", FiveMinutes);
    private static readonly Rate Misses = new("misses_total", TimeSpan.FromMinutes(10), Matcher.NotEqual("db", ""));

    public static TheoryData<Signal, string, double, string[]> Signals() => new()
    {
        { new Gauge("up"), "up", 0, ["up"] },
        { new Gauge("up", Matcher.Equal("job", "a\"b\\c"), Matcher.NotMatches("pod", "x-.*")), """up{job="a\"b\\c",pod!~"x-.*"}""", 0, ["up"] },
        { Hits, "rate(hits_total[12000ms])", 300, ["hits_total"] },
        { new Increase("restarts_total", TimeSpan.FromMinutes(15), Matcher.Matches("pod", "api-.*")), """increase(restarts_total{pod=~"api-.*"}[36000ms])""", 900, ["restarts_total"] },
        { new Sum(Hits), "sum(rate(hits_total[12000ms]))", 300, ["hits_total"] },
        { new Sum(Hits, "namespace", "pod"), "sum by (namespace, pod) (rate(hits_total[12000ms]))", 300, ["hits_total"] },
        { new Total(Hits, Misses), """(rate(hits_total[12000ms])) + (rate(misses_total{db!=""}[24000ms]))""", 600, ["hits_total", "misses_total"] },
        { new Ratio(Hits, new Total(Hits, Misses)), """(rate(hits_total[12000ms])) / ((rate(hits_total[12000ms])) + (rate(misses_total{db!=""}[24000ms])))""", 600, ["hits_total", "misses_total"] },
        { new Times(new Gauge("quota"), 0.00001), "(quota) * 1E-05", 0, ["quota"] },
        { new Quantile(0.95, "duration_seconds_bucket", FiveMinutes, Matcher.Equal("job", "api")), """histogram_quantile(0.95, sum by (le) (rate(duration_seconds_bucket{job="api"}[12000ms])))""", 300, ["duration_seconds_bucket"] },
    };

    [Theory]
    [MemberData(nameof(Signals))]
    public void A_signal_asks_its_own_query_and_names_its_window_and_metrics(Signal signal, string query, double windowSeconds, string[] metrics)
    {
        signal.ToQuery(new TimeScale(25)).Should().Be(query);
        signal.Window.TotalSeconds.Should().Be(windowSeconds);
        signal.Metrics.Should().Equal(metrics);
    }
}
