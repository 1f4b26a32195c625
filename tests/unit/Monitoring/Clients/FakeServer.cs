using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Clients;

/// <summary>A web server on 127.0.0.1 that answers what a test scripted, and remembers what it was asked.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeServer(WebApplication app) => this.app = app;

    /// <summary>What was asked: method, path and query, then the form's fields by name.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public HttpClient Client() => new() { BaseAddress = Address };

    public static Task<FakeServer> AnswerAsync(string body, int status = 200) => AnswerAsync(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, context.RequestAborted);
    });

    public static async Task<FakeServer> AnswerAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeServer(app);
        app.Run(async context =>
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
            var fields = string.Concat(form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $" {f.Key}={f.Value}"));
            server.Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}{fields}");
            await answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
