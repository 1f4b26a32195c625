using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NovaCron.Validation.StandIns.Api.Cache;
using NovaCron.Validation.StandIns.Api.Http;
using NovaCron.Validation.StandIns.Api.Inventory;
using NovaCron.Validation.StandIns.Api.Logging;
using NovaCron.Validation.StandIns.Api.Metrics;
using NovaCron.Validation.StandIns.Dwcp;

namespace NovaCron.Validation.StandIns.Api;

/// <summary>One API pod: HTTP, metrics, inventory and DWCP, put together.</summary>
internal sealed class ApiApplication : IAsyncDisposable
{
    /// <summary>How long requests under way may take to end when the pod stops.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    private static readonly object MetricsConnection = new();

    private readonly CancellationTokenSource stopping = new();
    private readonly MetricRegistry registry = new();
    private readonly ApiOptions options;
    private readonly JsonLog log;
    private readonly HttpMetrics metrics;
    private readonly RespClient? cache;
    private readonly DwcpEndpoint? dwcp;
    private readonly ApiDatabase? database;
    private readonly WebApplication web;

    /// <summary>Puts the pod together; nothing listens before <see cref="StartAsync"/>.</summary>
    /// <param name="options">How.</param>
    /// <param name="log">Where log lines go.</param>
    /// <param name="time">The time.</param>
    /// <param name="store">The inventory's store in place of the configured database.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The DWCP port cannot be bound.</exception>
    public ApiApplication(ApiOptions options, JsonLog log, TimeProvider time, IVirtualMachineStore? store = null)
    {
        this.options = options;
        this.log = log;
        metrics = new HttpMetrics(registry);
        cache = options.CacheHost is { } host ? new RespClient(host, options.CachePort, options.CacheTimeout, time) : null;
        database = options.Database is { } url ? new ApiDatabase(url, log, time) : null;
        dwcp = options.Dwcp.IsConfigured ? new DwcpEndpoint(options.Dwcp, time, LogDwcp) : null;
        if (dwcp is not null)
            DwcpMetrics.Register(registry, dwcp);
        ProcessMetrics.Register(registry);
        web = Build(store ?? database?.Store, time);
    }

    /// <summary>Address of the API, once started.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>Address of the metrics, once started.</summary>
    public Uri MetricsAddress => new(web.Urls.Last());

    /// <summary>Listens, without waiting for database, cache or peers.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await web.StartAsync(cancellationToken);
        dwcp?.Start();
        database?.Start(stopping.Token);
    }

    /// <summary>Closes the DWCP streams, lets requests end, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (dwcp is not null)
            await dwcp.DisposeAsync();
        using var limit = new CancellationTokenSource(StopTimeout);
        await web.StopAsync(limit.Token);
        await web.DisposeAsync();
        cache?.Dispose();
        if (database is not null)
            await database.DisposeAsync();
        stopping.Dispose();
    }

    private WebApplication Build(IVirtualMachineStore? store, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Listen);
        var application = builder.Build();
        application.Use(ServeMetrics);
        application.UseRouting();
        application.Use(next => new RequestObserver(next, metrics, log, time).InvokeAsync);
        var inventory = store is null ? null : new VirtualMachineInventory(store, cache, options.CacheLifetime, log);
        Map(application, inventory, new HealthChecks(store, cache, dwcp, options.Version, time));
        return application;
    }

    private void Map(WebApplication application, VirtualMachineInventory? inventory, HealthChecks health)
    {
        var routes = new ApiRoutes(application, metrics);
        new VirtualMachineRoutes(inventory).Map(routes);
        routes.Add("GET", "/api/v1/streams", context => context.JsonAsync(200, dwcp?.ListStreams() ?? [], ApiJson.Default.IReadOnlyListStreamInfo), 200);
        routes.Add("GET", "/health", async context =>
        {
            var found = await health.CheckAsync(context.RequestAborted);
            await context.JsonAsync(Status(found), new BasicHealth(found.Status, found.Timestamp), ApiJson.Default.BasicHealth);
        }, 200);
        routes.Add("GET", "/health/detailed", async context =>
        {
            var found = await health.CheckAsync(context.RequestAborted);
            await context.JsonAsync(Status(found), found, ApiJson.Default.DetailedHealth);
        }, 200);
    }

    private static int Status(DetailedHealth health) => health.Status == HealthComponents.Healthy ? 200 : 503;

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Any, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(CountConnectionAsync);
        });
        kestrel.Listen(IPAddress.Any, options.MetricsPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(MarkMetricsConnection);
        });
    }

    private async Task CountConnectionAsync(ConnectionContext connection, Func<Task> next)
    {
        metrics.ConnectionOpened();
        try
        {
            await next();
        }
        finally
        {
            metrics.ConnectionClosed();
        }
    }

    private static Task MarkMetricsConnection(ConnectionContext connection, Func<Task> next)
    {
        connection.Items[MetricsConnection] = true;
        return next();
    }

    private async Task ServeMetrics(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(MetricsConnection) != true)
        {
            await next(context);
        }
        else if (context.Request.Path == "/metrics")
        {
            context.Response.ContentType = ExpositionWriter.ContentType;
            await context.Response.WriteAsync(registry.Expose(), context.RequestAborted);
        }
        else
        {
            await context.ErrorAsync(404, "this port serves /metrics only");
        }
    }

    private void LogDwcp(DwcpEvent happened) =>
        log.Write(happened.IsError ? LogSeverity.Error : LogSeverity.Info, "dwcp", happened.Message, new LogField("peer", happened.Peer));
}
