using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

public sealed class HealthSurfaceTests
{
    // The strategy's own examples.
    private const string Basic = """{"status": "healthy", "timestamp": "2025-11-10T15:30:00Z"}""";
    private const string Detailed = """
        {
          "status": "healthy",
          "timestamp": "2025-11-10T15:30:00Z",
          "components": {
            "database": { "status": "healthy", "latency_ms": 5, "connections": 15 },
            "cache": { "status": "healthy", "latency_ms": 2, "hit_rate": 0.85 },
            "dwcp": { "status": "healthy", "active_streams": 150, "bandwidth_utilization": 0.65 }
          },
          "version": "v1.6.0",
          "uptime_seconds": 3600
        }
        """;

    [Theory]
    [InlineData("/health", HealthMoment.AllWell, Basic)]
    [InlineData("/health", HealthMoment.CacheBack, Basic)]
    [InlineData("/health/detailed", HealthMoment.AllWell, Detailed)]
    public void The_strategys_examples_pass(string path, HealthMoment moment, string body) => Judge(path, moment, body).Outcome.Should().Be(Outcome.Pass);

    [Theory]
    [InlineData("/health", HealthMoment.CacheDown, Basic, "status other than healthy, found healthy")]
    [InlineData("/health/detailed", HealthMoment.DatabaseDown, Detailed, "component database with status other than healthy, found healthy")]
    public void Healthy_while_something_is_down_fails(string path, HealthMoment moment, string body, string expected) =>
        Judge(path, moment, body).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Fail && r.Detail.Contains(expected));

    [Theory]
    [InlineData("\"healthy\"", "\"ok\"", "status healthy, found ok")]
    [InlineData("\"timestamp\"", "\"time\"", "a timestamp, found none")]
    [InlineData("2025-11-10T15:30:00Z", "yesterday", "a timestamp, found yesterday")]
    [InlineData("\"version\"", "\"v\"", "a version")]
    [InlineData("3600", "\"3600\"", "uptime_seconds as a number")]
    [InlineData("\"cache\"", "\"redis\"", "component cache with status healthy, found none")]
    [InlineData("0.85", "null", "component cache with hit_rate as a number")]
    public void Another_form_fails(string documented, string instead, string expected) =>
        Judge("/health/detailed", HealthMoment.AllWell, Detailed.Replace(documented, instead)).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Fail && r.Detail.Contains(expected));

    [Theory]
    [InlineData("healthy")]
    [InlineData("[]")]
    public void What_is_no_JSON_object_fails(string body) => Judge("/health", HealthMoment.AllWell, body).Outcome.Should().Be(Outcome.Fail);

    [Fact]
    public void A_dead_component_may_leave_its_figures_out()
    {
        var body = Detailed.Replace("{ \"status\": \"healthy\", \"latency_ms\": 2, \"hit_rate\": 0.85 }", "{ \"status\": \"unhealthy\" }")
            .Replace("{\n  \"status\": \"healthy\"", "{\n  \"status\": \"unhealthy\"");

        Judge("/health/detailed", HealthMoment.CacheDown, body).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Pass);
    }

    [Fact]
    public void No_answer_proves_nothing()
    {
        var cell = Cells.Of("ServiceDown") with { Health = [new HealthAnswer("/health", HealthMoment.AllWell, 0, "refused")] };

        HealthSurface.Judge("/health", HealthMoment.AllWell, [cell]).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Inconclusive && r.Detail.Contains("refused"));
        HealthSurface.Judge("/health", HealthMoment.CacheDown, [cell]).Outcome.Should().Be(Outcome.Inconclusive);
        HealthSurface.Judge("/health", HealthMoment.AllWell, []).Outcome.Should().Be(Outcome.NotReached);
    }

    private static SurfaceResult Judge(string path, HealthMoment moment, string body) =>
        HealthSurface.Judge(path, moment, [Cells.Of("ServiceDown") with { Health = [new HealthAnswer(path, moment, 200, body)] }]);
}
