using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Tests.Unit.Load.Steps;

public sealed class HttpStepTests
{
    [Fact]
    public async Task Sends_its_calls_in_turn_and_counts_the_bytes()
    {
        await using var server = await HttpServer.StartAsync(context => context.Response.WriteAsync("12345"));
        using var step = new HttpStep(server.Address, HttpCall.Get("/api/vms?page=2"), HttpCall.Post("/api/vms", """{"name":"a"}"""));

        var first = await step.RunAsync(Request(0), CancellationToken.None);
        await step.RunAsync(Request(1), CancellationToken.None);
        await step.RunAsync(Request(2), CancellationToken.None);

        first.Should().Be(Response.Ok("200", 5));
        server.Requests.Should().Equal("GET /api/vms?page=2", """POST /api/vms {"name":"a"}""", "GET /api/vms?page=2");
    }

    [Fact]
    public async Task Gives_every_address_every_call()
    {
        await using var one = await HttpServer.StartAsync(_ => Task.CompletedTask);
        await using var two = await HttpServer.StartAsync(_ => Task.CompletedTask);
        using var step = new HttpStep(() => [one.Address, two.Address], HttpCall.Get("/a"), HttpCall.Get("/b"));

        for (var number = 0; number < 8; number++)
        {
            await step.RunAsync(Request(number), CancellationToken.None);
        }

        one.Requests.Should().Equal("GET /a", "GET /b", "GET /a", "GET /b");
        two.Requests.Should().Equal(one.Requests);
    }

    [Fact]
    public async Task A_status_of_400_or_above_is_a_failure_under_that_status()
    {
        await using var server = await HttpServer.StartAsync(context =>
        {
            context.Response.StatusCode = int.Parse(context.Request.Path.Value!.TrimStart('/'), System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        using var step = new HttpStep(server.Address, HttpCall.Get("/302"), HttpCall.Get("/404"), HttpCall.Get("/503"));

        (await step.RunAsync(Request(0), CancellationToken.None)).Should().BeEquivalentTo(new { IsError = false, StatusCode = "302" });
        (await step.RunAsync(Request(1), CancellationToken.None)).Should().BeEquivalentTo(new { IsError = true, StatusCode = "404" });
        (await step.RunAsync(Request(2), CancellationToken.None)).Should().Be(Response.Fail("503", $"GET {server.Address}503 answered 503 Service Unavailable"));
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_a_refusal()
    {
        var address = UnusedAddress();
        using var step = new HttpStep(address, HttpCall.Get("/"));
        var response = await step.RunAsync(Request(0), CancellationToken.None);
        response.Should().BeEquivalentTo(new { IsError = true, StatusCode = "refused" });
        response.Message.Should().StartWith($"GET {address}: ");
    }

    [Fact]
    public async Task An_answer_cut_short_is_a_failure_of_its_own_kind()
    {
        await using var server = await HttpServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var step = new HttpStep(server.Address, HttpCall.Get("/"));
        (await step.RunAsync(Request(0), CancellationToken.None)).Should().BeEquivalentTo(new { IsError = true, StatusCode = "reset" });
    }

    [Fact]
    public async Task Without_an_address_there_is_nobody_to_ask()
    {
        using var step = new HttpStep(() => [], HttpCall.Get("/"));
        (await step.RunAsync(Request(0), CancellationToken.None)).Should().Be(Response.Fail("no-address", "'api' has no address to send to at the moment"));
    }

    [Fact]
    public async Task A_cancelled_request_is_cancelled()
    {
        await using var server = await HttpServer.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        using var step = new HttpStep(server.Address, HttpCall.Get("/"));
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var act = () => step.RunAsync(Request(0), cancelled.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    private static ScenarioContext Request(long number) => new("api", number, TimeSpan.Zero);

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
