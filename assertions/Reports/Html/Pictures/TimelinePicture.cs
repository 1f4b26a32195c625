using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>An alert's timeline, laid out: one time axis, the signal above, then a lane each for fault, alert and every receiver. Lengths are the picture's own units.</summary>
public sealed record TimelinePicture
{
    // Room around what is shown, as a share of it.
    private const double Margin = 0.03;

    /// <summary>Width.</summary>
    public required double Width { get; init; }

    /// <summary>Height.</summary>
    public required double Height { get; init; }

    /// <summary>Whether a lane's name is above it, and not to its left.</summary>
    public required bool IsNarrow { get; init; }

    /// <summary>The time axis.</summary>
    public required TimeAxis Time { get; init; }

    /// <summary>Round instants.</summary>
    public required ImmutableArray<double> Ticks { get; init; }

    /// <summary>The signal; null where there is no sample.</summary>
    public required SignalChart? Chart { get; init; }

    /// <summary>The lanes, from the top.</summary>
    public required ImmutableArray<PlacedLane> Lanes { get; init; }

    /// <summary>Top of the lanes and of the chart, whichever is first.</summary>
    public required double Top { get; init; }

    /// <summary>Where the time axis is drawn.</summary>
    public required double AxisY { get; init; }

    /// <summary>Lays a picture out.</summary>
    /// <param name="alert">Alert.</param>
    /// <param name="course">Its course.</param>
    /// <param name="frame">For which width.</param>
    public static TimelinePicture Of(AlertEntry alert, AlertCourse course, PictureFrame frame)
    {
        var lanes = CourseLanes.Of(alert, course);
        var (from, to) = Extent(course, lanes);
        var time = new TimeAxis(from, to, frame.Left, frame.Width - frame.Right);
        var chart = SignalChart.Of(course, time, frame.Top, frame.Top + frame.ChartHeight);
        var y = frame.Top + (chart is null ? 0 : frame.ChartHeight + frame.ChartGap);
        var placed = lanes.Select((lane, i) => new PlacedLane(lane, y + (i * frame.LaneHeight) + frame.NameHeight, frame.LaneHeight - frame.NameHeight - frame.LaneGap)).ToImmutableArray();
        var axis = y + (lanes.Length * frame.LaneHeight);
        return new TimelinePicture
        {
            Width = frame.Width,
            Height = axis + frame.AxisHeight,
            IsNarrow = frame.NameHeight > 0,
            Time = time,
            Ticks = [.. time.Ticks(frame.MostTicks)],
            Chart = chart,
            Lanes = placed,
            Top = frame.Top,
            AxisY = axis,
        };
    }

    private static (double From, double To) Extent(AlertCourse course, ImmutableArray<Lane> lanes)
    {
        var instants = lanes.SelectMany(l => l.Bars.Where(b => b.Kind is not ("pending" or "firing")).SelectMany(b => new[] { b.From, b.To }))
            .Concat(lanes.SelectMany(l => l.Ranges).SelectMany(r => new[] { r.From, r.To }))
            .Concat(course.Events.Select(e => e.DocumentedSeconds)).Append(0).Where(double.IsFinite).ToArray();
        var (from, to) = (instants.Min(), instants.Max());
        var room = Math.Max(1, (to - from) * Margin);
        return (from - room, to + room);
    }
}

/// <summary>A lane with its place.</summary>
/// <param name="Lane">Lane.</param>
/// <param name="Top">Top of its bars.</param>
/// <param name="Height">Height of its bars.</param>
public sealed record PlacedLane(Lane Lane, double Top, double Height)
{
    /// <summary>The middle of the lane.</summary>
    public double Middle => Top + (Height / 2);

    /// <summary>Whether an allowed range is the lane's first of its stage: only that one is named.</summary>
    public bool Names(AllowedRange range) => Lane.Ranges.FirstOrDefault(r => r.Stage == range.Stage) == range;

    /// <summary>What a range's stage is about, for people.</summary>
    public static string WordOf(StageName stage) => stage switch
    {
        StageName.Fires => "firing allowed",
        StageName.Routes => "delivery allowed",
        StageName.Resolves => "resolution allowed",
        _ => "its delivery allowed",
    };
}

/// <summary>Measures of a picture.</summary>
/// <param name="Width">Width of the whole.</param>
/// <param name="Left">Room to the left of the time axis.</param>
/// <param name="Right">Room to its right.</param>
/// <param name="Top">Room above the chart.</param>
/// <param name="ChartHeight">Height of the chart.</param>
/// <param name="ChartGap">Room below it.</param>
/// <param name="LaneHeight">Height of a lane, its name and gap included.</param>
/// <param name="NameHeight">Height of a name above its lane; 0 where it is to the left.</param>
/// <param name="LaneGap">Room between lanes.</param>
/// <param name="AxisHeight">Height of the axis' figures.</param>
/// <param name="MostTicks">How many figures fit.</param>
public sealed record PictureFrame(
    double Width, double Left, double Right, double Top, double ChartHeight, double ChartGap, double LaneHeight, double NameHeight, double LaneGap, double AxisHeight, int MostTicks)
{
    /// <summary>For a screen or a sheet of paper.</summary>
    public static PictureFrame Wide { get; } = new(1040, 176, 16, 10, 132, 14, 34, 0, 10, 40, 12);

    /// <summary>For a phone.</summary>
    public static PictureFrame Narrow { get; } = new(360, 8, 8, 16, 116, 12, 44, 16, 8, 40, 5);
}
