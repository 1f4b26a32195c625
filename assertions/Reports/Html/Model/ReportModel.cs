using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Reports.Html.Messages;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>What the page shows, in the order in which it shows it.</summary>
public sealed record ReportModel
{
    /// <summary>What it is written from.</summary>
    public required ReportInput Input { get; init; }

    /// <summary>The alerts: those with new defects first, then what was not proved, then known defects, then those that work.</summary>
    public required ImmutableArray<AlertModel> Alerts { get; init; }

    /// <summary>What is wrong.</summary>
    public required DefectsModel Defects { get; init; }

    /// <summary>The run.</summary>
    public RunResult Run => Input.Folder.Result;

    /// <summary>Title of the page.</summary>
    public string Title => $"NovaCron alert validation: {Run.Configuration}, {Run.RunId}";

    /// <summary>Every stage, in order.</summary>
    public static ImmutableArray<StageName> Stages { get; } = [.. Enum.GetValues<StageName>()];

    /// <summary>The model of a folder.</summary>
    public static ReportModel Of(ReportInput input)
    {
        var (run, signals) = (input.Folder.Result, input.Folder.Signals.Alerts);
        var known = run.Alerts.Select(a => a.Alert).Append(NotificationLog.Heartbeat).ToHashSet(StringComparer.Ordinal);
        var messages = input.Folder.Notifications.OrderBy(n => n.Request.ReceivedAt).ThenBy(n => n.Request.Sequence)
            .Select(n => MessagePreview.Of(n.Cell, n.Request, known)).ToLookup(m => m.Read.Cell);
        var anchors = new Anchors();
        var alerts = run.Alerts.Select(a => AlertModel.Of(a, anchors.New(a.Alert), signals.FirstOrDefault(s => s.Alert == a.Alert), messages[a.Cell], run))
            .OrderBy(a => a.Mark.Rank).ThenBy(a => SeverityRank(a.Entry.Severity)).ToImmutableArray();
        return new ReportModel { Input = input, Alerts = alerts, Defects = DefectsModel.Of(run, alerts) };
    }

    private static int SeverityRank(string severity) => severity switch
    {
        "critical" => 0,
        "warning" => 1,
        "info" => 2,
        _ => 3,
    };
}
