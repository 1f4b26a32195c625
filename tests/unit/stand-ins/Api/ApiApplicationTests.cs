using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NovaCron.Validation.StandIns.Api;
using NovaCron.Validation.StandIns.Api.Inventory;
using NovaCron.Validation.StandIns.Api.Logging;
using NovaCron.Validation.Tests.Unit.StandIns.Api.Cache;
using NovaCron.Validation.Tests.Unit.StandIns.Api.Inventory;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api;

/// <summary>The whole pod over real HTTP, with a store in memory and a cache of ours.</summary>
public sealed class ApiApplicationTests : IAsyncLifetime, IDisposable
{
    private readonly FakeRedis redis = new();
    private readonly FakeStore store = new();
    private readonly MemoryStream output = new();
    private readonly HttpClient http = new();
    private ApiApplication application = null!;

    public async Task InitializeAsync() => await StartAsync(store);

    public async Task DisposeAsync() => await application.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        redis.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task A_second_read_comes_from_the_cache_and_a_change_removes_it()
    {
        (await SendAsync(HttpMethod.Post, "/api/v1/vms", "{\"name\":\"web\"}")).Status.Should().Be(201);
        (await SendAsync(HttpMethod.Get, "/api/v1/vms/1")).Body.GetProperty("name").GetString().Should().Be("web");
        (await SendAsync(HttpMethod.Get, "/api/v1/vms/1")).Body.GetProperty("memory_mb").GetInt32().Should().Be(1024);
        store.Finds.Should().Be(1);
        (await SendAsync(HttpMethod.Put, "/api/v1/vms/1", "{\"name\":\"db\",\"cpus\":4}")).Status.Should().Be(200);
        (await SendAsync(HttpMethod.Get, "/api/v1/vms/1")).Body.GetProperty("name").GetString().Should().Be("db");
        store.Finds.Should().Be(2);
        (await SendAsync(HttpMethod.Delete, "/api/v1/vms/1")).Status.Should().Be(204);
        (await SendAsync(HttpMethod.Get, "/api/v1/vms/1")).Status.Should().Be(404);
        (await SendAsync(HttpMethod.Get, "/api/v1/vms")).Body.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_cache_that_fails_costs_no_answer()
    {
        await SendAsync(HttpMethod.Post, "/api/v1/vms", "{\"name\":\"web\"}");
        redis.Stop();
        (await SendAsync(HttpMethod.Get, "/api/v1/vms/1")).Status.Should().Be(200);
        Logged().Should().Contain("\"component\":\"cache\"").And.Contain("cache error");
    }

    [Theory]
    [InlineData(true, 503)]
    [InlineData(false, 500)]
    public async Task A_database_that_fails_is_a_5xx_that_is_counted_and_logged(bool isUnavailable, int status)
    {
        (await MetricsAsync()).Should().Contain($"http_requests_total{{method=\"GET\",status=\"{status}\",path=\"/api/v1/vms\"}} 0");
        store.Failure = new DatabaseException("'SELECT' failed: down", isUnavailable, new TimeoutException());
        (await SendAsync(HttpMethod.Get, "/api/v1/vms")).Status.Should().Be(status);
        await CountedAsync($"http_requests_total{{method=\"GET\",status=\"{status}\",path=\"/api/v1/vms\"}} 1\n");
        (await UntilAsync(() => Task.FromResult(Logged()), "\"message\":\"request failed\"")).Should().Contain($"\"status\":{status}");
        store.Failure = null;
        (await SendAsync(HttpMethod.Get, "/api/v1/vms")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Without_a_database_the_inventory_says_so()
    {
        await RestartAsync(null);
        var (status, body) = await SendAsync(HttpMethod.Get, "/api/v1/vms/1");
        status.Should().Be(503);
        body.GetProperty("error").GetString().Should().StartWith("database not configured");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"a\",\"cpus\":0}")]
    [InlineData("{\"name\":\"a\",\"state\":\"melted\"}")]
    public async Task A_wrong_body_is_refused_and_is_no_server_error(string body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/v1/vms", body);
        status.Should().Be(400);
        answer.GetProperty("error").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Made_up_paths_are_one_series()
    {
        (await SendAsync(HttpMethod.Get, "/nowhere/1")).Status.Should().Be(404);
        (await SendAsync(HttpMethod.Get, "/nowhere/2")).Status.Should().Be(404);
        await CountedAsync("http_requests_total{method=\"GET\",status=\"404\",path=\"unmatched\"} 2\n");
    }

    [Fact]
    public async Task Health_has_the_documented_form()
    {
        var basic = await SendAsync(HttpMethod.Get, "/health");
        basic.Status.Should().Be(200);
        basic.Body.EnumerateObject().Select(field => field.Name).Should().Equal("status", "timestamp");
        basic.Body.GetProperty("timestamp").GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");

        var detailed = (await SendAsync(HttpMethod.Get, "/health/detailed")).Body;
        detailed.EnumerateObject().Select(field => field.Name).Should().Equal("status", "timestamp", "components", "version", "uptime_seconds");
        var components = detailed.GetProperty("components");
        components.EnumerateObject().Select(field => field.Name).Should().Equal("database", "cache");
        components.GetProperty("database").EnumerateObject().Select(field => field.Name).Should().Equal("status", "latency_ms", "connections");
        components.GetProperty("cache").EnumerateObject().Select(field => field.Name).Should().Equal("status", "latency_ms", "hit_rate");
        components.GetProperty("database").GetProperty("connections").GetInt32().Should().Be(15);
    }

    [Fact]
    public async Task An_unhealthy_component_makes_health_503_until_it_recovers()
    {
        store.Failure = new DatabaseException("down", true, new TimeoutException());
        (await SendAsync(HttpMethod.Get, "/health")).Status.Should().Be(503);
        var (status, body) = await SendAsync(HttpMethod.Get, "/health/detailed");
        status.Should().Be(503);
        body.GetProperty("status").GetString().Should().Be("unhealthy");
        body.GetProperty("components").GetProperty("database").GetProperty("status").GetString().Should().Be("unhealthy");
        body.GetProperty("components").GetProperty("cache").GetProperty("status").GetString().Should().Be("healthy");
        store.Failure = null;
        (await SendAsync(HttpMethod.Get, "/health")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Open_connections_are_counted_and_those_of_scrapes_are_not()
    {
        await SendAsync(HttpMethod.Get, "/api/v1/streams");
        (await MetricsAsync()).Should().Contain("http_connections_active 1\n");
    }

    [Fact]
    public async Task The_metrics_port_serves_metrics_only_and_the_API_port_none()
    {
        (await http.GetAsync(new Uri(Local(application.MetricsAddress), "/health"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await SendAsync(HttpMethod.Get, "/metrics")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Every_line_of_the_metrics_parses_and_no_series_comes_twice()
    {
        await SendAsync(HttpMethod.Get, "/api/v1/vms");
        var lines = (await CountedAsync("http_requests_total{method=\"GET\",status=\"200\",path=\"/api/v1/vms\"} 1\n")).TrimEnd('\n').Split('\n');
        lines.Should().OnlyContain(line => Regex.IsMatch(line, "^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+\\})? [-+0-9.eE]+)$"));
        lines.Where(line => line[0] != '#').Select(line => line[..line.LastIndexOf(' ')]).Should().OnlyHaveUniqueItems();
        lines.Should().Contain(line => line.StartsWith("http_request_duration_seconds_bucket{method=\"GET\",path=\"/api/v1/vms\",le=\"2.5\"} 1", StringComparison.Ordinal));
        lines.Should().NotContain(line => line.StartsWith("go_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Healthy_requests_are_not_logged()
    {
        await SendAsync(HttpMethod.Get, "/api/v1/vms");
        Logged().Should().BeEmpty();
    }

    private static Uri Local(Uri address) => new UriBuilder(address) { Host = "127.0.0.1" }.Uri;

    private async Task StartAsync(IVirtualMachineStore? with)
    {
        var options = new ApiOptions { Port = 0, MetricsPort = 0, CacheHost = "127.0.0.1", CachePort = redis.Port, CacheTimeout = TimeSpan.FromSeconds(20) };
        application = new ApiApplication(options, new JsonLog(output, TimeProvider.System), TimeProvider.System, with);
        await application.StartAsync(CancellationToken.None);
    }

    private async Task RestartAsync(IVirtualMachineStore? with)
    {
        await application.DisposeAsync();
        await StartAsync(with);
    }

    private string Logged() => Encoding.UTF8.GetString(output.ToArray());

    private Task<string> MetricsAsync() => http.GetStringAsync(new Uri(Local(application.MetricsAddress), "/metrics"));

    private Task<string> CountedAsync(string line) => UntilAsync(MetricsAsync, line);

    // A request is counted and logged once it is answered, which whoever asked may see first.
    private static async Task<string> UntilAsync(Func<Task<string>> read, string part)
    {
        var text = await read();
        for (var tries = 0; tries < 100 && !text.Contains(part, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(20);
            text = await read();
        }

        text.Should().Contain(part);
        return text;
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Local(application.Address), path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return ((int)response.StatusCode, isJson ? await response.Content.ReadFromJsonAsync<JsonElement>() : default);
    }
}
