using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class TimelinePictureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_that_happened_is_on_the_axis_and_nothing_overlaps(bool isNarrow)
    {
        var picture = Picture(isNarrow, SampleFolder.Signals((-60, 0.5), (0, 0.95), (60, 0.95)));

        SampleFolder.Alert().Timeline.Should().OnlyContain(e => picture.Time.Holds(e.DocumentedSeconds));
        picture.Lanes.Zip(picture.Lanes.Skip(1)).Should().OnlyContain(pair => pair.First.Top + pair.First.Height < pair.Second.Top);
        picture.Chart!.Values.Bottom.Should().BeLessThan(picture.Lanes[0].Top);
        (picture.Lanes[^1].Top + picture.Lanes[^1].Height).Should().BeLessThan(picture.AxisY);
        picture.AxisY.Should().BeLessThan(picture.Height);
        picture.Time.Right.Should().BeLessThanOrEqualTo(picture.Width);
    }

    [Fact]
    public void Without_samples_there_are_lanes_and_no_chart()
    {
        var picture = Picture(isNarrow: false, null);

        picture.Chart.Should().BeNull();
        picture.Lanes.Should().HaveCount(4);
    }

    [Fact]
    public void A_rule_that_measures_what_the_contract_says_is_drawn_once()
    {
        var signals = SampleFolder.Signals((0, 0.5), (15, 0.95));

        Picture(false, signals with { Rule = signals.Contract }).Chart!.IsSame.Should().BeTrue();
        Picture(false, signals with { Rule = [SampleFolder.Series((0, 0.1), (15, 0.2))] }).Chart!.Rule.Should().ContainSingle();
    }

    [Fact]
    public void A_rules_value_beyond_the_picture_is_told() =>
        Picture(false, SampleFolder.Signals((0, 0.5)) with { Rule = [SampleFolder.Series((0, double.PositiveInfinity))] }).Chart!.Beyond.Should().Be(double.PositiveInfinity);

    [Fact]
    public void More_series_than_there_is_room_for_are_counted() =>
        Picture(false, SampleFolder.Signals() with { Contract = [.. Enumerable.Range(0, 11).Select(i => SampleFolder.Series((0, i / 10.0), (15, i / 10.0)))] }).Chart!.LeftOut.Should().Be(3);

    private static TimelinePicture Picture(bool isNarrow, AlertSignals? signals)
    {
        var alert = SampleFolder.Alert();
        return TimelinePicture.Of(alert, AlertCourse.Of(alert, signals, 10)!, isNarrow ? PictureFrame.Narrow : PictureFrame.Wide);
    }
}
