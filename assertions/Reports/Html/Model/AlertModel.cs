using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Reports.Html.Messages;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>An alert with all that belongs to it.</summary>
public sealed record AlertModel
{
    /// <summary>Result.</summary>
    public required AlertEntry Entry { get; init; }

    /// <summary>Its place in the page.</summary>
    public required string Anchor { get; init; }

    /// <summary>Its verdict.</summary>
    public required Mark Mark { get; init; }

    /// <summary>The stages, each of them, whether or not the file has it.</summary>
    public required ImmutableArray<StageModel> Stages { get; init; }

    /// <summary>What happened; null where no fault was injected.</summary>
    public required AlertCourse? Course { get; init; }

    /// <summary>Messages about it, in order of time.</summary>
    public required ImmutableArray<MessagePreview> Messages { get; init; }

    /// <summary>Messages of its cell about other alerts.</summary>
    public required ImmutableArray<MessagePreview> OtherMessages { get; init; }

    /// <summary>How many messages of the suite's own probe its cell got.</summary>
    public required int Heartbeats { get; init; }

    /// <summary>Names of receivers that must be told or were told.</summary>
    public ImmutableArray<string> Receivers =>
        [.. Entry.Promised.Select(p => p.Receiver).Concat(Entry.Timeline.Select(e => e.Receiver).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The model of an alert.</summary>
    /// <param name="entry">Result.</param>
    /// <param name="anchor">Its place in the page.</param>
    /// <param name="signals">Its samples.</param>
    /// <param name="cell">All messages of its cell.</param>
    /// <param name="run">The run.</param>
    public static AlertModel Of(AlertEntry entry, string anchor, AlertSignals? signals, IEnumerable<MessagePreview> cell, RunResult run)
    {
        var told = cell.ToArray();
        var foreign = told.Where(m => !m.IsHeartbeat).ToLookup(m => m.MaySpeakOf(entry.Alert));
        return new AlertModel
        {
            Entry = entry,
            Anchor = anchor,
            Mark = Mark.Of(entry),
            Stages = [.. ReportModel.Stages.Select(name => StageModel.Of(entry, entry.Stages.FirstOrDefault(s => s.Stage == name), name, anchor, run))],
            Course = AlertCourse.Of(entry, signals, run.TimeScale),
            Messages = [.. foreign[true]],
            OtherMessages = [.. foreign[false]],
            Heartbeats = told.Count(m => m.IsHeartbeat),
        };
    }
}
