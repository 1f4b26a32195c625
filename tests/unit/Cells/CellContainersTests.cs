using System.Text;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Tests.Unit.Containers;
using NovaCron.Validation.Tests.Unit.Running;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class CellContainersTests : IAsyncLifetime
{
    private FakeEngine _server = null!;
    private ContainerEngine _engine = null!;
    private CellContainers _containers = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeEngine.StartAsync();
        _engine = await _server.ConnectAsync();
        var blueprint = FakeCell.Blueprint(CellSystems.None) with
        {
            Monitoring = new MonitoringFiles([new ContainerFile("/etc/prometheus/prometheus.yml", new byte[1])], ["--flag-of-prometheus"], [], ["--flag-of-alertmanager"]),
            Exporters = new ExporterSettings { PostgresFlags = ["--no-collector.wal"], RedisFlags = ["--include-system-metrics"] },
            RedisOptions = ["--maxmemory", "8mb"],
        };
        _containers = new CellContainers(blueprint, FakeCell.Context(_engine), _engine.Network("inside"));
    }

    public async Task DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public void Every_container_can_be_created_and_is_named_and_labelled_after_run_cell_and_role()
    {
        foreach (var spec in All())
        {
            var role = spec.Labels[RunLabels.Role];

            spec.Invoking(s => s.Validate()).Should().NotThrow();
            spec.Name.Should().Be($"nv-r1-cell-{role}");
            spec.Labels.Should().Contain(RunLabels.OfCell("r1", "cell"));
            (spec.Networks.IsEmpty ? _containers.Sandbox(spec) : spec).Networks.Should().Contain(n => n.Network.Id == "inside" && n.Aliases.Contains(role));
        }

        All().Select(s => s.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_further_server_gets_a_sandbox_where_the_blueprint_asks_for_one()
    {
        var sandboxed = new CellContainers(FakeCell.Blueprint(CellSystems.None) with { Sandboxed = ["alertmanager"] }, FakeCell.Context(_engine), _engine.Network("inside")).Alertmanager();

        (sandboxed.Networks.IsEmpty, sandboxed.DnsServers.IsEmpty).Should().Be((true, true));
        (_containers.Alertmanager().Networks.IsEmpty, _containers.Alertmanager().DnsServers.IsEmpty).Should().Be((false, false));
    }

    [Fact]
    public void What_Prometheus_stores_survives_it_only_where_the_blueprint_gives_it_a_volume()
    {
        var kept = new CellContainers(FakeCell.Blueprint(CellSystems.None) with { PrometheusHasVolume = true }, FakeCell.Context(_engine), _engine.Network("inside")).Prometheus();

        kept.Tmpfs.Should().BeEmpty();
        _containers.Prometheus().Tmpfs.Should().Equal("/prometheus");
    }

    [Fact]
    public void Only_the_gateway_is_reached_from_outside()
    {
        var gateway = _containers.Gateway();

        gateway.Networks.Select(n => n.Network.Id).Should().Equal("outside", "inside");
        gateway.PublishedPorts.Should().Equal(GatewayConfiguration.Into(CellSystems.None).Select(f => f.Port));
        All().Where(s => s.Name != gateway.Name).Should().OnlyContain(s => s.PublishedPorts.IsEmpty && s.Networks.Length <= 1);
    }

    [Fact]
    public void Servers_live_in_sandboxes_that_keep_their_names_when_they_die()
    {
        foreach (var server in (ContainerSpec[])[_containers.Postgres(), _containers.Redis()])
        {
            server.Networks.Should().BeEmpty();
            server.DnsServers.Should().BeEmpty("the sandbox's are asked");
            _containers.Sandbox(server).Networks.Single().Aliases.Should().Equal(server.Labels[RunLabels.Role]);
            _containers.Sandbox(server).Labels[RunLabels.Role].Should().NotBe(server.Labels[RunLabels.Role]);
        }
    }

    [Fact]
    public void The_receivers_answer_under_the_documented_names() =>
        _containers.Receivers().Networks.Single().Aliases.Should().Equal("receivers", "hooks.slack.com", "events.pagerduty.com");

    [Fact]
    public void Prometheus_finds_a_service_account_and_a_Kubernetes_API_as_in_a_pod()
    {
        var prometheus = _containers.Prometheus();

        prometheus.Environment.Should().Contain("KUBERNETES_SERVICE_HOST", "kubernetes.default.svc").And.Contain("KUBERNETES_SERVICE_PORT", "443");
        prometheus.Files.Select(f => f.Path).Should().Equal("/etc/prometheus/prometheus.yml", $"{CellNames.ServiceAccount}/ca.crt", $"{CellNames.ServiceAccount}/token");
        Text(prometheus, $"{CellNames.ServiceAccount}/token").Should().Be(Text(_containers.Kubernetes(), $"{CellNames.ServiceAccount}/token")).And.Be("token");
        prometheus.Command.Should().EndWith("--flag-of-prometheus");
        _containers.Kubernetes().Networks.Single().Aliases.Should().Contain("kubernetes.default.svc");
    }

    [Fact]
    public void Whoever_calls_the_receivers_trusts_their_certificates()
    {
        var alertmanager = _containers.Alertmanager();

        Text(alertmanager, alertmanager.Environment["SSL_CERT_FILE"]).Should().Be(Text(_containers.Receivers(), CellNames.CaCertificate)).And.StartWith("-----BEGIN CERTIFICATE");
        alertmanager.Command.Should().EndWith("--flag-of-alertmanager");
        alertmanager.Files.Should().NotContain(f => f.Path == CellNames.CaKey);
    }

    [Fact]
    public void The_kubelet_labels_its_containers_as_the_cells_own()
    {
        var environment = _containers.Kubernetes().Environment;

        environment["CELL_LABELS"].Split(',').Should().BeEquivalentTo(RunLabels.OfCell("r1", "cell").Select(l => $"{l.Key}={l.Value}"));
        environment["CELL_NETWORK"].Should().Be("inside");
        environment["SANDBOX_IMAGE"].Should().Be($"{ImageCatalogue.NetworkTools}:1");
    }

    [Fact]
    public void Exporters_and_Redis_are_told_what_the_configuration_says()
    {
        _containers.PostgresExporter().Command.Should().Equal("--no-collector.wal");
        _containers.PostgresExporter().Environment["DATA_SOURCE_NAME"].Should().Be("postgresql://monitoring@postgres:5432/novacron?sslmode=disable");
        _containers.RedisExporter().Command.Should().Equal("--redis.addr=redis://redis:6379", "--include-system-metrics");
        _containers.Redis().Command.Should().Equal("--maxmemory", "8mb");
    }

    [Fact]
    public void The_standby_copies_the_primary_and_its_exporter_asks_the_standby()
    {
        _containers.PostgresStandby().Command.Single().Should().StartWith("pg_basebackup --host=postgres ").And.Contain("--write-recovery-conf && exec /bin/sh /usr/local/bin/start-postgres ");
        _containers.PostgresStandby().Image.Should().Be(_containers.Postgres().Image);
        var (primary, standby) = (_containers.PostgresExporter(), _containers.PostgresStandbyExporter());
        standby.Command.Should().Equal(primary.Command);
        standby.Environment["DATA_SOURCE_NAME"].Should().Be(primary.Environment["DATA_SOURCE_NAME"].Replace("@postgres:", "@postgres-standby:"));
        standby.Networks.Single().Aliases.Select(a => $"{a}:9187").Should().Equal(CellNames.StandbyExporterTarget);
    }

    private static string Text(ContainerSpec spec, string path) => Encoding.UTF8.GetString(spec.Files.Single(f => f.Path == path).Content.Span);

    private ContainerSpec[] All() =>
    [
        _containers.Prometheus(), _containers.Alertmanager(), _containers.Receivers(), _containers.Kubernetes(), _containers.Postgres(),
        _containers.PostgresExporter(), _containers.PostgresStandby(), _containers.PostgresStandbyExporter(), _containers.Redis(), _containers.RedisExporter(), _containers.Gateway(),
    ];
}
