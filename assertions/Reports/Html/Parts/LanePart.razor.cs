using Microsoft.AspNetCore.Components;
using NovaCron.Validation.Assertions.Reports.Html.Model;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Parts;

/// <summary>One lane of a picture: its bars, what the stages allow over them, and the marks on top.</summary>
public sealed partial class LanePart
{
    // Width of a letter and room around a label, in the picture's units.
    private const double Letter = 6.4;
    private const double Room = 10;

    /// <summary>What is shown, and where.</summary>
    [Parameter, EditorRequired]
    public required PlacedLane Placed { get; set; }

    /// <summary>The time axis.</summary>
    [Parameter, EditorRequired]
    public required TimeAxis Time { get; set; }

    /// <summary>Whether the name is above the lane.</summary>
    [Parameter, EditorRequired]
    public required bool IsNarrow { get; set; }

    private Lane Lane => Placed.Lane;

    /// <summary>The marks, those of deliveries with their time where there is room for it before the next one.</summary>
    private IEnumerable<(EventMark Mark, string? Label, bool IsLeft)> Marks
    {
        get
        {
            var marks = Lane.Marks.Where(m => Time.Holds(m.Seconds)).ToArray();
            for (var i = 0; i < marks.Length; i++)
            {
                var (label, x) = (Figures.Seconds(marks[i].Seconds), Time.X(marks[i].Seconds));
                var width = (label.Length * Letter) + Room;
                var next = Untold.Select(u => u.X).Concat(marks.Skip(i + 1).Select(m => Time.X(m.Seconds) - Room)).Append(Time.Right).Where(o => o > x).DefaultIfEmpty(x).Min();
                var previous = i > 0 ? Time.X(marks[i - 1].Seconds) + Room + width : Time.Left;
                yield return !IsDelivery(marks[i]) ? (marks[i], null, false)
                    : x + width <= next ? (marks[i], label, false)
                    : x - width >= previous ? (marks[i], label, true)
                    : (marks[i], null, false);
            }
        }
    }

    private double Width(Bar bar) => Time.X(bar.To) - Time.X(bar.From);

    // The longest that fits into the bar.
    private string? Label(Bar bar)
    {
        string[] labels = [$"{bar.Word} from {Figures.Seconds(bar.From)}", bar.Word];
        return labels.Cast<string?>().FirstOrDefault(l => (l!.Length * Letter) + Room <= Width(bar));
    }

    private static bool IsDelivery(EventMark mark) => mark.Event is "delivered" or "resolution-delivered";

    /// <summary>What a range waited for in vain, in words beside it.</summary>
    private IEnumerable<(double X, string Words)> Untold =>
        from range in Lane.Ranges
        let waited = range.Stage switch
        {
            StageName.Fires => ("firing", "✗ did not fire"),
            StageName.Routes => ("delivered", "✗ not told"),
            StageName.Resolves => ("resolved", "✗ did not resolve"),
            _ => ("resolution-delivered", "✗ not told"),
        }
        where !range.IsMet && !Lane.Marks.Any(m => m.Event == waited.Item1)
        select (Math.Min(Time.X(range.To) + 6, Time.Right - (waited.Item2.Length * Letter)), waited.Item2);

    private static string F(double value) => Figures.Place(value);
}
