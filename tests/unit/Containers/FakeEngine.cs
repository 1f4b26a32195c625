using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Unit.Containers;

/// <summary>A container engine that says what a test wants it to say, over HTTP on a Unix socket of its own.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nv");
    private readonly ConcurrentQueue<(string Method, Regex Path, RequestDelegate Answer)> rules = new();
    private readonly WebApplication server;

    private FakeEngine()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.ListenUnixSocket(Socket);
            options.Listen(IPAddress.Loopback, 0);
        });
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public string Socket => Path.Combine(folder.FullName, "e.sock");

    public string Address => $"unix://{Socket}";

    public string TcpAddress => server.Urls.Single(url => url.Contains("127.0.0.1", StringComparison.Ordinal)).Replace("http:", "tcp:", StringComparison.Ordinal);

    /// <summary>Requests in the order of their arrival: method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Bodies in the order of their arrival.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public static async Task<FakeEngine> StartAsync(string apiVersion = "1.41", string minApiVersion = "1.12", string version = "20.10.24")
    {
        var engine = new FakeEngine();
        engine.On("GET", "^/version$", $$"""{"Version":"{{version}}","ApiVersion":"{{apiVersion}}","MinAPIVersion":"{{minApiVersion}}"}""");
        await engine.server.StartAsync();
        return engine;
    }

    /// <summary>Answers requests whose path, without the version, matches; the first rule that fits wins.</summary>
    public FakeEngine On(string method, string path, RequestDelegate answer)
    {
        rules.Enqueue((method, new Regex(path), answer));
        return this;
    }

    public FakeEngine On(string method, string path, string body, int status = 200) => On(method, path, context =>
    {
        context.Response.StatusCode = status;
        return status == 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
    });

    public Task<ContainerEngine> ConnectAsync(EngineTimeouts? timeouts = null) =>
        ContainerEngine.ConnectAsync(new EngineOptions { Endpoint = Address, Timeouts = timeouts ?? new EngineTimeouts() }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = Regex.Replace(context.Request.Path.Value!, @"\A/v\d+\.\d+", "");
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        Bodies.Enqueue(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        foreach (var rule in rules)
        {
            if (rule.Method == context.Request.Method && rule.Path.IsMatch(path))
            {
                await rule.Answer(context);
                return;
            }
        }

        context.Response.StatusCode = 501;
        await context.Response.WriteAsync($$"""{"message":"the test has no answer to {{context.Request.Method}} {{path}}"}""");
    }
}
