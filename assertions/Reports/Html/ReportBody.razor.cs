using Microsoft.AspNetCore.Components;
using NovaCron.Validation.Assertions.Reports.Html.Model;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>The whole report, in order: the verdict, the matrix, what is wrong, each alert, and what the run rests on.</summary>
public sealed partial class ReportBody
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ReportModel Report { get; set; }

    private IEnumerable<(string Anchor, string Name)> Sections
    {
        get
        {
            yield return ("section/matrix", "Matrix");
            yield return ("section/defects", "Defects");
            yield return ("section/alerts", "Alerts");
            if (Report.Run.Surfaces.Length > 0)
            {
                yield return ("section/surfaces", "Surfaces");
            }

            if (Report.Input.Trend is not null)
            {
                yield return ("section/trend", "Trend");
            }

            if (Report.Input.Folder.BlindSpots is not null)
            {
                yield return ("section/blind-spots", "Blind spots");
            }

            yield return ("section/run", "Run");
        }
    }
}
