using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports.Html.Model;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>Says a picture in one sentence, for those who cannot see it.</summary>
internal static class CourseSummary
{
    /// <summary>The sentence.</summary>
    public static string Of(AlertEntry alert, AlertCourse course)
    {
        var events = course.Events.Select(e => $"{CourseLanes.WordOf(e.Event)}{(e.Channel is null ? "" : $" to {e.Receiver ?? e.Channel}")} at {Figures.Seconds(e.DocumentedSeconds)}");
        var missed = CourseLanes.Of(alert, course).SelectMany(l => l.Ranges.Where(r => !r.IsMet).Select(r => $"{l.Name} missed what {Names.Of(r.Stage)} allows ({Figures.Range(r.From, r.To)})"));
        return $"Timeline of {alert.Alert}, documented seconds since the {(course.IsSinceEffect ? "fault's effect" : "fault's injection")}: {string.Join(", ", events.Concat(missed))}.";
    }
}
