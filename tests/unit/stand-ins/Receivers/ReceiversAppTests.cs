using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using ReceivedRequest = NovaCron.Validation.Environments.Monitoring.Observation.ReceivedRequest;
using NovaCron.Validation.StandIns.Receivers;
using NovaCron.Validation.StandIns.Tls;

namespace NovaCron.Validation.Tests.Unit.StandIns.Receivers;

public sealed class ReceiversAppTests : IAsyncLifetime, IDisposable
{
    private readonly TestAuthority authority = new();
    private readonly ManualTime time = new();
    private WebApplication app = null!;
    private HttpClient secure = null!;
    private HttpClient plain = null!;

    public Task InitializeAsync() => StartAsync(new RequestLog());

    public Task DisposeAsync() => DisposeClientsAsync();

    public void Dispose() => authority.Dispose();

    [Fact]
    public async Task Answers_as_the_real_services_and_keeps_every_request()
    {
        var slack = await PostAsync("https://hooks.slack.com/services/A/B/C?x=1", """{"text":"hi"}""");
        time.Advance(TimeSpan.FromSeconds(2));
        var refused = await PostAsync("https://events.pagerduty.com/v2/enqueue", "{}");
        var webhook = await PostAsync("http://receivers:8080/webhook/probe", "beat");
        var lost = await PostAsync("https://hooks.slack.com/elsewhere", "x");

        (slack.StatusCode, await slack.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.OK, "ok"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        webhook.StatusCode.Should().Be(HttpStatusCode.OK);
        lost.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var kept = await KeptAsync(0);
        kept.Select(request => (request.Sequence, request.Host, request.Path, request.Body, request.StatusCode)).Should().Equal(
            (1, "hooks.slack.com", "/services/A/B/C?x=1", """{"text":"hi"}""", 200),
            (2, "events.pagerduty.com", "/v2/enqueue", "{}", 400),
            (3, "receivers", "/webhook/probe", "beat", 200),
            (4, "hooks.slack.com", "/elsewhere", "x", 404));
        (kept[1].ReceivedAt - kept[0].ReceivedAt).Should().Be(TimeSpan.FromSeconds(2));
        kept[0].Headers.Should().ContainKey("content-type").And.NotContainKey("Content-Type");
    }

    [Fact]
    public async Task Tells_only_what_came_after_a_sequence_number()
    {
        for (var i = 0; i < 3; i++)
            await PostAsync("https://hooks.slack.com/services/A", $$"""{"text":"{{i}}"}""");

        (await KeptAsync(2)).Should().ContainSingle().Which.Body.Should().Contain("2");
        (await KeptAsync(3)).Should().BeEmpty();
        (await plain.GetAsync("http://receivers:8080/requests?after=x")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Does_not_show_over_TLS_what_it_got()
    {
        (await secure.GetAsync("https://receivers/requests")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await plain.GetAsync("http://receivers:8080/healthz")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await KeptAsync(0)).Should().ContainSingle().Which.Path.Should().Be("/requests");
    }

    [Fact]
    public async Task Keeps_a_request_that_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://hooks.slack.com/services/A") { Content = new StringContent(new string('x', ReceiversApp.LargestBody + 1)) };
        // The body waits for leave, which never comes: sent at once, it would break the connection before the answer is read.
        request.Headers.ExpectContinue = true;

        var answer = await secure.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await KeptAsync(0)).Should().ContainSingle().Which.StatusCode.Should().Be(413);
    }

    [Fact]
    public async Task Refuses_more_once_it_is_full_and_forgets_nothing()
    {
        await DisposeClientsAsync();
        await StartAsync(new RequestLog(capacity: 1));
        await PostAsync("https://hooks.slack.com/services/A", """{"text":"first"}""");

        (await PostAsync("https://hooks.slack.com/services/A", """{"text":"second"}""")).StatusCode.Should().Be(HttpStatusCode.InsufficientStorage);
        (await KeptAsync(0)).Should().ContainSingle().Which.Body.Should().Contain("first");
    }

    private async Task DisposeClientsAsync()
    {
        secure.Dispose();
        plain.Dispose();
        await app.DisposeAsync();
    }

    private async Task StartAsync(RequestLog log)
    {
        var leaf = LeafCertificate.Issue(authority.CertificatePem, authority.KeyPem, ["hooks.slack.com", "events.pagerduty.com", "receivers"], []);
        app = ReceiversApp.Build(new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.Loopback, 0), leaf, log, time);
        await app.StartAsync();
        secure = authority.Client(new Uri(app.Urls.First(url => url.StartsWith("https", StringComparison.Ordinal))).Port);
        plain = authority.Client(new Uri(app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal))).Port);
    }

    private Task<HttpResponseMessage> PostAsync(string address, string body) =>
        (address.StartsWith("https", StringComparison.Ordinal) ? secure : plain).PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    // Reads into the suite's own type: the two must not drift apart.
    private async Task<List<ReceivedRequest>> KeptAsync(long after) =>
        (await plain.GetFromJsonAsync<List<ReceivedRequest>>($"http://receivers:8080/requests?after={after}"))!;
}
