using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Describes each container of a cell.</summary>
internal sealed class CellContainers(CellBlueprint blueprint, RunContext run, Network network)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // What measures must be on time, however busy the pods are: a pressed one has a quarter of it, the others what they request.
    private const int Measuring = 8192;

    // A Go program that has little to do spends most of its time on waking its other threads.
    private static readonly (string Name, string Value) OneCore = ("GOMAXPROCS", "1");

    public ContainerSpec Prometheus() => Describe(ImageCatalogue.Prometheus, "prometheus") with
    {
        Command =
        [
            "--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus",
            "--web.enable-lifecycle", .. blueprint.Monitoring.PrometheusFlags,
        ],
        Environment = Variables(OneCore, ("KUBERNETES_SERVICE_HOST", "kubernetes.default.svc"), ("KUBERNETES_SERVICE_PORT", "443")),
        Files =
        [
            .. blueprint.Monitoring.Prometheus,
            File($"{CellNames.ServiceAccount}/ca.crt", run.Authority.CertificatePem),
            File($"{CellNames.ServiceAccount}/token", run.ServiceAccountToken),
        ],
        Tmpfs = blueprint.PrometheusHasVolume ? [] : ["/prometheus"],
    };

    public ContainerSpec Alertmanager() => Describe(ImageCatalogue.Alertmanager, "alertmanager") with
    {
        Command =
        [
            "--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager",
            .. blueprint.Monitoring.AlertmanagerFlags,
        ],
        Environment = Variables(OneCore, ("SSL_CERT_FILE", CellNames.CaCertificate)),
        Files = [.. blueprint.Monitoring.Alertmanager, File(CellNames.CaCertificate, run.Authority.CertificatePem)],
        Tmpfs = ["/alertmanager"],
    };

    public ContainerSpec Receivers() =>
        StandIn("receivers", "hooks.slack.com", "events.pagerduty.com") with
        {
            Environment = Variables(("TLS_CA_CERT", CellNames.CaCertificate), ("TLS_CA_KEY", CellNames.CaKey)),
            Files = [File(CellNames.CaCertificate, run.Authority.CertificatePem), File(CellNames.CaKey, run.Authority.KeyPem)],
        };

    public ContainerSpec Kubernetes() =>
        StandIn("kubernetes", "kubernetes.default.svc") with
        {
            Environment = Variables(
                ("TLS_CA_CERT", CellNames.CaCertificate),
                ("TLS_CA_KEY", CellNames.CaKey),
                ("SERVICE_ACCOUNT_TOKEN", $"{CellNames.ServiceAccount}/token"),
                ("ENGINE_SOCKET", "/var/run/docker.sock"),
                ("SANDBOX_IMAGE", run.Images[ImageCatalogue.NetworkTools]),
                ("CELL_NETWORK", network.Name),
                ("CELL_LABELS", string.Join(',', Labels().Select(l => $"{l.Key}={l.Value}"))),
                ("NAME_PREFIX", $"{run.NamePrefix}-{blueprint.Name}-"),
                ("CGROUP_ROOT", "/sys/fs/cgroup"),
                ("HOST_PROC", "/host/proc")),
            Files =
            [
                File(CellNames.CaCertificate, run.Authority.CertificatePem),
                File(CellNames.CaKey, run.Authority.KeyPem),
                File($"{CellNames.ServiceAccount}/token", run.ServiceAccountToken),
            ],
            Binds = [$"{run.EngineSocket}:/var/run/docker.sock", "/sys/fs/cgroup:/sys/fs/cgroup:ro", "/proc:/host/proc:ro"],
        };

    /// <summary>Holds the network namespace of a server, as the sandbox of a pod does: a dead server is refused at once, and its name and address stay.</summary>
    public ContainerSpec Sandbox(ContainerSpec server)
    {
        var role = server.Labels[RunLabels.Role];
        return Describe(ImageCatalogue.NetworkTools, CellNames.SandboxOf(role)) with { Networks = [new NetworkAttachment(network, [role])] };
    }

    public ContainerSpec Postgres() => Server(ImageCatalogue.Postgres, "postgres");

    // A copy of the primary, made when it starts: the primary must accept connections by then. What it replays late may be older than any grace
    // for queries that conflict with it: it waits for them, else catching up would cancel the exporter's.
    public ContainerSpec PostgresStandby() => Server(ImageCatalogue.Postgres, "postgres-standby") with
    {
        Entrypoint = ["/bin/sh", "-c"],
        Command =
        [
            "pg_basebackup --host=postgres --username=postgres --pgdata=/standby/data --wal-method=stream --checkpoint=fast --no-sync --write-recovery-conf"
            + " && exec /bin/sh /usr/local/bin/start-postgres -D /standby/data -c max_standby_streaming_delay=-1",
        ],
        Tmpfs = ["/standby"],
    };

    public ContainerSpec PostgresExporter() => PostgresExporter("postgres-exporter", "postgres");

    public ContainerSpec PostgresStandbyExporter() => PostgresExporter("postgres-standby-exporter", "postgres-standby");

    public ContainerSpec Redis() => Server(ImageCatalogue.Redis, "redis") with { Command = blueprint.RedisOptions };

    public ContainerSpec RedisExporter() => Describe(ImageCatalogue.RedisExporter, "redis-exporter") with
    {
        Command = ["--redis.addr=redis://redis:6379", .. blueprint.Exporters.RedisFlags],
        Environment = Variables(OneCore),
    };

    public ContainerSpec Gateway()
    {
        var gateway = Describe(ImageCatalogue.Gateway, "gateway");
        return gateway with
        {
            Networks = [new NetworkAttachment(run.Outside, []), .. gateway.Networks],
            PublishedPorts = [.. GatewayConfiguration.Into(blueprint.Systems).Select(f => f.Port)],
            Files = [File("/etc/haproxy/haproxy.cfg", GatewayConfiguration.Write(blueprint.Systems))],
        };
    }

    private ContainerSpec PostgresExporter(string role, string server) => Describe(ImageCatalogue.PostgresExporter, role) with
    {
        Command = [.. blueprint.Exporters.PostgresFlags],
        Environment = Variables(OneCore, ("DATA_SOURCE_NAME", $"postgresql://{blueprint.Exporters.PostgresRole}@{server}:5432/{CellNames.Database}?sslmode=disable")),
    };

    private ContainerSpec StandIn(string role, params string[] aliases)
    {
        var standIn = Describe(ImageCatalogue.StandIns, role);
        return standIn with { Command = [role], Networks = [new NetworkAttachment(network, [role, .. aliases])] };
    }

    // Its network is its sandbox's, and so are the servers that it asks for names.
    private ContainerSpec Server(string image, string role) => Describe(image, role) with { Networks = [], DnsServers = [] };

    private ContainerSpec Describe(string image, string role) => new()
    {
        Image = run.Images[image],
        Name = $"{run.NamePrefix}-{blueprint.Name}-{role}",
        Labels = Labels().SetItem(RunLabels.Role, role),
        CpuShares = Measuring,
        // Nobody answers there: a name that the cell does not have is unknown at once, and no question leaves the cell.
        DnsServers = blueprint.Sandboxed.Contains(role) ? [] : ["127.0.0.1"],
        Networks = blueprint.Sandboxed.Contains(role) ? [] : [new NetworkAttachment(network, [role])],
    };

    private ImmutableSortedDictionary<string, string> Labels() => RunLabels.OfCell(run.RunId, blueprint.Name);

    private static ImmutableSortedDictionary<string, string> Variables(params (string Name, string Value)[] variables) =>
        variables.ToImmutableSortedDictionary(v => v.Name, v => v.Value);

    private static ContainerFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text), Readable);
}
