using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Tests.Unit.Containers;
using NovaCron.Validation.Tests.Unit.Monitoring.Clients;

namespace NovaCron.Validation.Tests.Unit.Running;

/// <summary>A cell whose Prometheus, Alertmanager and receivers answer what a test scripted; null is an answer of 503.</summary>
internal sealed class FakeCell : IAsyncDisposable
{
    public const string Nothing = """{"status":"success","data":{"resultType":"vector","result":[]}}""";
    private readonly List<IAsyncDisposable> _parts = [];

    private FakeCell() { }

    public Cell Cell { get; private set; } = null!;

    /// <summary>Answer to a query.</summary>
    public Func<string, string?> Prometheus { get; set; } = _ => Nothing;

    public Func<string?> Alertmanager { get; set; } = () => "[]";

    public Func<string?> Receivers { get; set; } = () => "[]";

    /// <summary>Queries that Prometheus was asked.</summary>
    public List<string> Queries { get; } = [];

    public static async Task<FakeCell> StartAsync(CellSystems systems = CellSystems.None)
    {
        var fake = new FakeCell();
        var prometheus = await fake.ServeAsync(context => fake.Query(context.Request.Form["query"].ToString()));
        var alertmanager = await fake.ServeAsync(_ => fake.Alertmanager());
        var receivers = await fake.ServeAsync(_ => fake.Receivers());
        var engineServer = await FakeEngine.StartAsync();
        var engine = await engineServer.ConnectAsync();
        fake._parts.AddRange([engine, engineServer]);
        var run = Context(engine);
        fake.Cell = new Cell(Blueprint(systems), run, run.Outside, [], new Dictionary<int, int>
        {
            [GatewayConfiguration.Prometheus] = prometheus,
            [GatewayConfiguration.Alertmanager] = alertmanager,
            [GatewayConfiguration.Receivers] = receivers,
            [GatewayConfiguration.Kubernetes] = 1,
        });
        return fake;
    }

    public static RunContext Context(ContainerEngine engine) => new()
    {
        RunId = "r1",
        Engine = engine,
        Images = new ImageSet(ImageCatalogue.Built.Append(ImageCatalogue.NovaCronApi).ToImmutableSortedDictionary(name => name, name => $"{name}:1")),
        Authority = CertificateAuthority.Create(TimeProvider.System),
        Outside = engine.Network("outside"),
        EngineSocket = "/run/engine.sock",
        ServiceAccountToken = "token",
    };

    public static CellBlueprint Blueprint(CellSystems systems) => new() { Name = "cell", Systems = systems, Monitoring = new MonitoringFiles([], [], [], []) };

    /// <summary>A vector: each series with its labels and value.</summary>
    public static string Vector(params (object Labels, double Value)[] series) => JsonSerializer.Serialize(new
    {
        status = "success",
        data = new { resultType = "vector", result = series.Select(s => new { metric = s.Labels, value = new object[] { 1767225600.0, s.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) } }) },
    });

    /// <summary>A matrix: each series with its labels and samples, milliseconds after 2026 began.</summary>
    public static string Matrix(params (object Labels, IEnumerable<(int AtMs, double Value)> Samples)[] series) => JsonSerializer.Serialize(new
    {
        status = "success",
        data = new
        {
            resultType = "matrix",
            result = series.Select(s => new
            {
                metric = s.Labels,
                values = s.Samples.Select(v => new object[] { 1767225600.0 + (v.AtMs / 1000.0), v.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) }),
            }),
        },
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }

    private string? Query(string query)
    {
        Queries.Add(query);
        return Prometheus(query);
    }

    private async Task<int> ServeAsync(Func<HttpContext, string?> answer)
    {
        var server = await FakeServer.AnswerAsync(async context =>
        {
            var body = answer(context);
            context.Response.StatusCode = body is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            await context.Response.WriteAsync(body ?? "not now", context.RequestAborted);
        });
        _parts.Add(server);
        return server.Address.Port;
    }
}
