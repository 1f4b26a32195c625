using Microsoft.AspNetCore.Http;
using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Clients;

public sealed class PrometheusClientTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_767_225_600_123);

    [Fact]
    public async Task Reads_a_vector_with_exact_timestamps_and_special_values()
    {
        await using var server = await FakeServer.AnswerAsync("""
            {"status":"success","warnings":["w"],"data":{"resultType":"vector","result":[
              {"metric":{"__name__":"up","pod":"a"},"value":[1767225600.123,"0.1"]},
              {"metric":{},"value":[1767225600.1,"NaN"]},
              {"metric":{},"value":[1767225600,"+Inf"]},
              {"metric":{},"value":[1.767225600123e9,"-Inf"]}]}}
            """);
        var series = await new PrometheusClient(server.Client()).QueryAsync("up{a=\"b&c\"} > 1", At, default);

        server.Asked.Should().Equal("POST /api/v1/query query=up{a=\"b&c\"} > 1 time=1767225600.123");
        series.Select(s => s.Samples.Single().At.ToUnixTimeMilliseconds()).Should().Equal(1_767_225_600_123, 1_767_225_600_100, 1_767_225_600_000, 1_767_225_600_123);
        series.Select(s => s.Samples.Single().Value).Should().Equal(0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity);
        series[0].Label("pod").Should().Be("a");
        series[0].Label("missing").Should().BeEmpty();
    }

    [Fact]
    public async Task Reads_a_scalar_as_a_series_without_labels()
    {
        await using var server = await FakeServer.AnswerAsync("""{"status":"success","data":{"resultType":"scalar","result":[1,"2.5"]}}""");
        var series = await new PrometheusClient(server.Client()).QueryAsync("scalar(x)", null, default);

        server.Asked.Should().Equal("POST /api/v1/query query=scalar(x)");
        series.Should().ContainSingle().Which.Should().Match<Series>(s => s.Labels.IsEmpty && s.Samples[0].Value == 2.5);
    }

    [Fact]
    public async Task Asks_for_stored_samples_with_a_range_selector()
    {
        await using var server = await FakeServer.AnswerAsync("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1.2,"1"],[1.8,"0"]]}]}}""");
        var series = await new PrometheusClient(server.Client()).RangeSelectorAsync("ALERTS{alertname=\"A\"}", TimeSpan.FromSeconds(90.0004), At, default);

        server.Asked.Should().Equal("POST /api/v1/query query=ALERTS{alertname=\"A\"}[90001ms] time=1767225600.123");
        series.Single().Samples.Select(s => (s.At.ToUnixTimeMilliseconds(), s.Value)).Should().Equal((1200, 1), (1800, 0));
    }

    [Fact]
    public async Task Asks_for_a_range()
    {
        await using var server = await FakeServer.AnswerAsync("""{"status":"success","data":{"resultType":"matrix","result":[]}}""");
        var series = await new PrometheusClient(server.Client()).QueryRangeAsync("up", At, At.AddSeconds(60), TimeSpan.FromMilliseconds(600), default);

        server.Asked.Should().Equal("POST /api/v1/query_range end=1767225660.123 query=up start=1767225600.123 step=0.600");
        series.Should().BeEmpty();
    }

    [Fact]
    public async Task Reads_alerting_rules_only()
    {
        await using var server = await FakeServer.AnswerAsync("""
            {"status":"success","data":{"groups":[{"name":"g","file":"/etc/prometheus/rules/a.yml","interval":1.2,"rules":[
              {"type":"recording","name":"r","query":"x"},
              {"type":"alerting","name":"A","query":"up == 0","duration":2.4,"keepFiringFor":1.5,"labels":{"severity":"critical"},"annotations":{"summary":"s"},"health":"err","lastError":"boom","state":"inactive","alerts":[]}]}]}}
            """);
        var rule = (await new PrometheusClient(server.Client()).RulesAsync(default)).Should().ContainSingle().Subject;

        (rule.Group, rule.File, rule.Interval, rule.Name, rule.Query, rule.For, rule.Health, rule.LastError).Should().Be(
            ("g", "/etc/prometheus/rules/a.yml", TimeSpan.FromSeconds(1.2), "A", "up == 0", TimeSpan.FromSeconds(2.4), "err", "boom"));
        rule.KeepFiringFor.Should().Be(TimeSpan.FromSeconds(1.5));
        rule.Labels.Should().Contain("severity", "critical");
    }

    [Fact]
    public async Task Reads_targets()
    {
        await using var server = await FakeServer.AnswerAsync("""
            {"status":"success","data":{"activeTargets":[
              {"discoveredLabels":{},"labels":{"job":"novacron-api","instance":"10.0.0.1:9090","pod":"p"},"scrapePool":"novacron-api","scrapeUrl":"http://10.0.0.1:9090/metrics",
               "lastError":"connection refused","lastScrape":"2026-01-01T00:00:00.123456789Z","lastScrapeDuration":0.0015,"health":"down","scrapeInterval":"600ms"}],"droppedTargets":null}}
            """);
        var target = (await new PrometheusClient(server.Client()).TargetsAsync(default)).Should().ContainSingle().Subject;

        (target.Job, target.Instance, target.Pod, target.Health, target.IsUp, target.LastError).Should().Be(
            ("novacron-api", "10.0.0.1:9090", "p", "down", false, "connection refused"));
        target.LastScrape.ToUnixTimeMilliseconds().Should().Be(1_767_225_600_123);
        target.LastScrapeDuration.Should().Be(TimeSpan.FromMilliseconds(1.5));
    }

    [Fact]
    public async Task Reads_alertmanagers_and_version()
    {
        await using var server = await FakeServer.AnswerAsync("""{"status":"success","data":{"version":"2.53.3","activeAlertmanagers":[{"url":"http://alertmanager:9093/api/v2/alerts"}]}}""");
        var client = new PrometheusClient(server.Client());

        (await client.AlertmanagersAsync(default)).Should().Equal("http://alertmanager:9093/api/v2/alerts");
        (await client.BuildVersionAsync(default)).Should().Be("2.53.3");
        server.Asked.Should().Equal("GET /api/v1/alertmanagers", "GET /api/v1/status/buildinfo");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(503, false)]
    public async Task Tells_whether_it_is_ready(int status, bool ready)
    {
        await using var server = await FakeServer.AnswerAsync("Prometheus Server is Ready.", status);
        (await new PrometheusClient(server.Client()).ReadyAsync(default)).Should().Be(ready);
        server.Asked.Should().Equal("GET /-/ready");
    }

    [Fact]
    public async Task An_unexpected_answer_to_readiness_is_no_answer()
    {
        await using var server = await FakeServer.AnswerAsync("gone", 404);
        await FluentActions.Awaiting(() => new PrometheusClient(server.Client()).ReadyAsync(default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("asked Prometheus for its readiness at http://127.0.0.1:*/-/ready; it answered 404 NotFound: gone");
    }

    [Theory]
    [InlineData(400, """{"status":"error","errorType":"bad_data","error":"parse error"}""", "; it answered 400 BadRequest: {\"status\":\"error\",*parse error*")]
    [InlineData(200, """{"status":"error","error":"boom"}""", "; it answered 200 OK: {\"status\":\"error\",\"error\":\"boom\"}")]
    [InlineData(502, "<html>", "; it answered 502 BadGateway: <html>")]
    [InlineData(503, """{"status":"success","data":{"resultType":"vector","result":[]}}""", "; it answered 503 ServiceUnavailable: *")]
    [InlineData(200, "<html>", "; the answer has another shape (*): <html>. Is this address that of Prometheus?")]
    [InlineData(200, "", "; the answer has another shape (*): (nothing). *")]
    [InlineData(200, "[]", "; the answer has another shape (*): []. *")]
    [InlineData(200, """{"status":"success"}""", "; the answer has another shape (*): *")]
    [InlineData(200, """{"status":"success","data":{"resultType":"string","result":[1,"x"]}}""", "; the answer has another shape (a result of type 'string' is no series): *")]
    [InlineData(200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"x"]}]}}""", "; the answer has another shape (*): *")]
    [InlineData(200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1]}]}}""", "; the answer has another shape (a sample is a pair of time and value, not [[]1]): *")]
    [InlineData(200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1e40,"1"]}]}}""", "; the answer has another shape (*): *")]
    [InlineData(200, """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1"]],"histograms":[]}]}}""", "; the answer has another shape (a native histogram is no series of numbers): *")]
    public async Task No_usable_answer_is_an_exception_that_says_what_came_back(int status, string body, string message)
    {
        await using var server = await FakeServer.AnswerAsync(body, status);
        await FluentActions.Awaiting(() => new PrometheusClient(server.Client()).QueryAsync("up", null, default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("asked Prometheus for the query up at http://127.0.0.1:*/api/v1/query" + message.Replace("[[]", "[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silence_is_an_exception_that_says_how_long()
    {
        await using var server = await FakeServer.AnswerAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await FluentActions.Awaiting(() => new PrometheusClient(server.Client(), TimeSpan.FromMilliseconds(50)).RulesAsync(default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("asked Prometheus for its alerting rules at http://127.0.0.1:*/api/v1/rules?type=alert; no answer within 0.05 s");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_silence_too()
    {
        await using var server = await FakeServer.AnswerAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await FluentActions.Awaiting(() => new PrometheusClient(server.Client(), TimeSpan.FromMilliseconds(50)).RulesAsync(default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("*; no answer within 0.05 s");
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_an_exception()
    {
        await using var server = await FakeServer.AnswerAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await FluentActions.Awaiting(() => new PrometheusClient(server.Client()).BuildVersionAsync(default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("asked Prometheus for its version at *; the connection failed: *");
    }

    [Fact]
    public async Task Nobody_there_is_an_exception()
    {
        var server = await FakeServer.AnswerAsync("");
        using var client = server.Client();
        await server.DisposeAsync();
        await FluentActions.Awaiting(() => new PrometheusClient(client).ReadyAsync(default)).Should().ThrowAsync<ObservationException>()
            .WithMessage("*; the connection failed: *");
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_no_observation()
    {
        await using var server = await FakeServer.AnswerAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var cancel = new CancellationTokenSource();
        var call = new PrometheusClient(server.Client()).RulesAsync(cancel.Token);
        await cancel.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }
}
