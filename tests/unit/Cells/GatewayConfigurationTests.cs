using NovaCron.Validation.Environments.Cells;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class GatewayConfigurationTests
{
    private const CellSystems Everything = CellSystems.Api | CellSystems.Postgres | CellSystems.Standby | CellSystems.Redis;

    private static readonly string[] Lines = GatewayConfiguration.Write(Everything).Split('\n');

    public static TheoryData<int> Ports => new(GatewayConfiguration.Into(Everything).Select(f => f.Port));

    [Theory]
    [MemberData(nameof(Ports))]
    public void Every_forward_has_a_block_of_its_own_that_leads_to_its_target(int port)
    {
        var forward = GatewayConfiguration.Into(Everything).Single(f => f.Port == port);

        Lines.SkipWhile(line => line != $"listen port-{port}").Take(3).Should().SatisfyRespectively(
            head => head.Should().StartWith("listen"),
            bind => bind.Should().Be($"  bind :{port}"),
            server => server.Should().Contain($" {forward.Name}:{forward.TargetPort} resolvers engine "));
    }

    [Theory]
    [InlineData(GatewayConfiguration.Prometheus, "prometheus:9090")]
    [InlineData(GatewayConfiguration.Alertmanager, "alertmanager:9093")]
    [InlineData(GatewayConfiguration.Receivers, "receivers:8080")]
    [InlineData(GatewayConfiguration.Kubernetes, "kubernetes:443")]
    [InlineData(GatewayConfiguration.Api, "novacron-api:8080")]
    [InlineData(GatewayConfiguration.Postgres, "postgres:5432")]
    [InlineData(GatewayConfiguration.PostgresStandby, "postgres-standby:5432")]
    [InlineData(GatewayConfiguration.Redis, "redis:6379")]
    public void Each_port_leads_to_the_server_that_it_is_named_after(int port, string target) =>
        Lines.SkipWhile(line => line != $"listen port-{port}").Skip(2).First().Should().Contain($" {target} ");

    [Fact]
    public void Nothing_else_is_listened_for() =>
        Lines.Count(line => line.StartsWith("listen ", StringComparison.Ordinal)).Should().Be(GatewayConfiguration.Into(Everything).Count());

    [Fact]
    public void A_cell_without_a_system_has_no_way_to_it() =>
        GatewayConfiguration.Into(CellSystems.Redis).Select(f => f.Port)
            .Should().Equal(GatewayConfiguration.Prometheus, GatewayConfiguration.Alertmanager, GatewayConfiguration.Receivers, GatewayConfiguration.Redis);

    [Fact]
    public void Every_line_outside_a_section_head_belongs_to_one() =>
        Lines.Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(' ')[0]).Distinct()
            .Should().Equal("global", "resolvers", "defaults", "listen");

    [Fact]
    public void Names_that_are_not_there_yet_do_not_keep_it_from_starting() =>
        Lines.Where(line => line.Contains("server-template")).Should().OnlyContain(line => line.EndsWith("init-addr none", StringComparison.Ordinal));
}
