using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Environments.Cells;

namespace NovaCron.Validation.Tests.Unit.Cells;

public sealed class ApiDeploymentTests
{
    private static readonly ImmutableSortedDictionary<string, string> Environment = ImmutableSortedDictionary<string, string>.Empty.Add("CACHE_ADDRESS", "redis:6379");

    [Fact]
    public void Pods_carry_the_labels_by_which_the_strategy_selects_them()
    {
        var deployment = Deployment(isStandIn: true);
        var spec = deployment.GetProperty("spec");

        Labels(spec.GetProperty("template").GetProperty("metadata").GetProperty("labels")).Should().Be("""{"app":"novacron","component":"api"}""");
        Labels(spec.GetProperty("selector").GetProperty("matchLabels")).Should().Be("""{"app":"novacron","component":"api"}""");
        spec.GetProperty("replicas").GetInt32().Should().Be(3);
        deployment.GetProperty("metadata").GetProperty("namespace").GetString().Should().Be("novacron");
    }

    [Fact]
    public void The_port_of_the_metrics_has_the_name_and_number_that_the_scrape_looks_for() =>
        Container(isStandIn: true).GetProperty("ports").EnumerateArray().Select(p => $"{p.GetProperty("name")} {p.GetProperty("containerPort")}/{p.GetProperty("protocol")}")
            .Should().Equal("http 8080/TCP", "metrics 9090/TCP", "dwcp 9191/UDP");

    [Theory]
    [InlineData(true, """["api"]""")]
    [InlineData(false, "[]")]
    public void Only_the_stand_in_must_be_told_its_role(bool isStandIn, string arguments) =>
        Container(isStandIn).GetProperty("args").GetRawText().Should().Be(arguments);

    [Fact]
    public void The_container_has_its_environment_and_a_memory_limit_to_measure_against()
    {
        var container = Container(isStandIn: true);

        container.GetProperty("env").GetRawText().Should().Be("""[{"name":"CACHE_ADDRESS","value":"redis:6379"}]""");
        container.GetProperty("resources").GetProperty("limits").GetProperty("memory").GetString().Should().Be("256Mi");
        container.GetProperty("image").GetString().Should().Be("image:1");
    }

    [Fact]
    public void A_service_leads_to_the_pods_without_an_address_of_its_own()
    {
        var service = JsonSerializer.SerializeToElement(ApiDeployment.Service("novacron-dwcp", 9191, "UDP")).GetProperty("spec");

        service.GetProperty("clusterIP").GetString().Should().Be("None");
        Labels(service.GetProperty("selector")).Should().Be("""{"app":"novacron","component":"api"}""");
        service.GetProperty("ports")[0].GetRawText().Should().Be("""{"name":"main","port":9191,"protocol":"UDP"}""");
    }

    private static JsonElement Deployment(bool isStandIn) => JsonSerializer.SerializeToElement(ApiDeployment.Deployment("image:1", 3, "250m", Environment, isStandIn));

    private static JsonElement Container(bool isStandIn) =>
        Deployment(isStandIn).GetProperty("spec").GetProperty("template").GetProperty("spec").GetProperty("containers")[0];

    private static string Labels(JsonElement labels) => labels.GetRawText();
}
