using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

public sealed class MetricSurfaceTests
{
    private static readonly KeyMetric Metric = new("http_requests_total", "counter", "HighErrorRate");

    [Theory]
    [InlineData("counter", 3, Outcome.Pass)]
    [InlineData("counter", 0, Outcome.Fail)]
    [InlineData("gauge", 3, Outcome.Fail)]
    [InlineData(null, 3, Outcome.Fail)]
    public void It_must_be_there_with_its_type(string? type, int series, Outcome expected) =>
        Judge(Cells.Of("HighErrorRate") with { Metrics = [new MetricSeen(Metric.Name, type, series)] }).Outcome.Should().Be(expected);

    [Fact]
    public void Without_an_answer_it_proves_nothing() =>
        Judge(Cells.Of("HighErrorRate") with { Errors = ["timeout"] }).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Inconclusive && r.Detail.Contains("timeout"));

    [Fact]
    public void Without_its_cell_it_is_not_reached() => Judge(Cells.Of("ServiceDown")).Outcome.Should().Be(Outcome.NotReached);

    [Fact]
    public void What_nobody_can_measure_is_said_to_be_not_supplied() =>
        MetricSurface.Judge(KeyMetric.All.Single(m => m.Name == "go_goroutines"), [Cells.Of("ServiceDown")])
            .Should().Match<SurfaceResult>(r => r.Outcome == Outcome.NotApplicable && r.Detail.StartsWith("not supplied: "));

    [Fact]
    public void All_nineteen_are_there() => KeyMetric.All.Select(m => m.Name).Should().OnlyHaveUniqueItems().And.HaveCount(19);

    private static SurfaceResult Judge(SurfaceEvidence cell) => MetricSurface.Judge(Metric, [cell]);
}
