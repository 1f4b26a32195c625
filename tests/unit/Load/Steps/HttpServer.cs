using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NovaCron.Validation.Tests.Unit.Load.Steps;

/// <summary>An HTTP server on a port of its own on the loopback, which remembers what it was asked.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<string> requests = new();

    private HttpServer(WebApplication application) => this.application = application;

    public Uri Address => new(application.Urls.Single());

    /// <summary>What was asked, as method, path and body, in order.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public static async Task<HttpServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new HttpServer(builder.Build());
        server.application.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            server.requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {await body.ReadToEndAsync(context.RequestAborted)}".TrimEnd());
            await answer(context);
        });
        await server.application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
