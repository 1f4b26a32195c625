using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class AlertStatesTests
{
    [Fact]
    public void Series_that_overlap_are_one_stretch() =>
        Merge(("firing", 10, 20), ("firing", 15, 30), ("firing", 50, 60)).Should().Equal(("firing", 10, 30), ("firing", 50, 60));

    [Fact]
    public void Where_one_series_fires_another_is_not_shown_pending() =>
        Merge(("pending", 0, 100), ("firing", 20, 40), ("firing", 90, 120)).Should().Equal(("pending", 0, 20), ("firing", 20, 40), ("pending", 40, 90), ("firing", 90, 120));

    [Fact]
    public void Pending_that_is_wholly_covered_is_gone() => Merge(("pending", 30, 40), ("firing", 20, 50)).Should().Equal(("firing", 20, 50));

    [Fact]
    public void Nothing_is_nothing() => Merge().Should().BeEmpty();

    private static (string, double, double)[] Merge(params (string Kind, double From, double To)[] series) =>
        [.. AlertStates.Merge(series.Select(s => new Bar(s.Kind, s.Kind, s.From, s.To))).Select(b => (b.Kind, b.From, b.To))];
}
