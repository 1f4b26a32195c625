using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>A port of the gateway and the name and port inside the cell that it leads to.</summary>
/// <param name="Port">Port of the gateway's container.</param>
/// <param name="Name">Name inside the cell.</param>
/// <param name="TargetPort">Port inside the cell.</param>
/// <param name="System">What the cell must have for somebody to answer there.</param>
internal sealed record Forward(int Port, string Name, int TargetPort, CellSystems System = CellSystems.None);

/// <summary>Writes the gateway's HAProxy configuration: plain TCP, names looked up again every second.</summary>
internal static class GatewayConfiguration
{
    public const int Prometheus = 9090;
    public const int Alertmanager = 9093;
    public const int Receivers = 8081;
    public const int Kubernetes = 6443;
    public const int Api = 8080;
    public const int Postgres = 5432;
    public const int PostgresStandby = 5433;
    public const int Redis = 6379;

    private static readonly ImmutableArray<Forward> Forwards =
    [
        new(Prometheus, "prometheus", 9090),
        new(Alertmanager, "alertmanager", 9093),
        new(Receivers, "receivers", 8080),
        new(Kubernetes, "kubernetes", 443, CellSystems.Api),
        new(Api, CellNames.Api, CellNames.ApiPort, CellSystems.Api),
        new(Postgres, "postgres", 5432, CellSystems.Postgres),
        new(PostgresStandby, "postgres-standby", 5432, CellSystems.Standby),
        new(Redis, "redis", 6379, CellSystems.Redis),
    ];

    /// <summary>What leads into a cell with these systems.</summary>
    public static IEnumerable<Forward> Into(CellSystems systems) => Forwards.Where(f => systems.HasFlag(f.System));

    public static string Write(CellSystems systems)
    {
        var text = new StringBuilder();
        text.Append(
            """
            global
              maxconn 4000
            resolvers engine
              nameserver dns 127.0.0.11:53
              resolve_retries 3
              timeout resolve 1s
              timeout retry 500ms
              hold valid 1s
              hold nx 1s
              hold other 1s
            defaults
              mode tcp
              timeout connect 3s
              timeout client 1h
              timeout server 1h
              retries 2
              option redispatch 1

            """);
        foreach (var forward in Into(systems))
        {
            text.Append(CultureInfo.InvariantCulture, $"listen port-{forward.Port}\n  bind :{forward.Port}\n");
            text.Append(CultureInfo.InvariantCulture, $"  server-template member 4 {forward.Name}:{forward.TargetPort} resolvers engine resolve-prefer ipv4 init-addr none\n");
        }

        return text.ToString();
    }
}
