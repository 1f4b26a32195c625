using NovaCron.Validation.Assertions.Simulation;

namespace NovaCron.Validation.Tests.Unit.Simulating;

public sealed class SeriesLabelsTests
{
    private static readonly SeriesLabels Labels = SeriesLabels.Of(("job", "api"), ("pod", "a"));

    [Fact]
    public void Labels_are_equal_whatever_their_order()
    {
        SeriesLabels.Of(("pod", "a"), ("job", "api")).Should().Be(Labels);
        SeriesLabels.Of(("pod", "b"), ("job", "api")).Should().NotBe(Labels);
    }

    [Fact]
    public void An_empty_value_is_no_label()
    {
        Labels.With("pod", "").Should().Be(SeriesLabels.Of(("job", "api")));
        Labels["pod2"].Should().BeEmpty();
    }

    [Fact]
    public void Kept_are_the_labels_named_as_far_as_they_are_there() => Labels.Keep(["pod", "le"]).Should().Be(SeriesLabels.Of(("pod", "a")));

    [Fact]
    public void Some_labels_include_others()
    {
        Labels.Includes(SeriesLabels.Of(("pod", "a"))).Should().BeTrue();
        Labels.Includes(SeriesLabels.Of(("pod", "b"))).Should().BeFalse();
    }

    [Fact]
    public void They_are_written_as_PromQL_has_them() => SeriesLabels.Of(("b", "x\"y\\"), ("a", "1")).ToString().Should().Be("""{a="1",b="x\"y\\"}""");
}
