using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

public sealed class StrategyDashboardsTests
{
    [Fact]
    public void The_twelve_panels_have_fifteen_queries_and_the_DWCP_dashboard_six_topics()
    {
        var (topics, queries) = (StrategyDashboards.Panels.Where(p => p.Title.StartsWith("DWCP: ", StringComparison.Ordinal)), StrategyDashboards.Panels.Where(p => !p.Title.StartsWith("DWCP: ", StringComparison.Ordinal)));

        queries.Should().HaveCount(15);
        queries.Select(p => p.Title.TrimEnd(' ', '1', '2', '3')).Distinct().Should().HaveCount(12);
        topics.Should().HaveCount(6);
    }

    [Fact]
    public void Subjects_are_told_apart() => StrategyDashboards.Panels.Select(p => p.Title).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Their_windows_are_scaled_and_nothing_else() =>
        StrategyDashboards.Panels.Where(p => p.Query is not null).Should().OnlyContain(p => ExpressionRenderer.Render(p.Query!, new TimeScale(25)) == p.Query!.Replace("[5m]", "[12s]"));
}
