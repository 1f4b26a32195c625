using System.Globalization;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Something wrong with a configuration, whoever found it, in the form that code hosts show beside the lines.</summary>
public sealed record ReportedProblem
{
    /// <summary>What found it: a check, e.g. <c>route/unreachable</c>, or a stage, e.g. <c>stage/fires</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about: an alert, a receiver, a metric, ….</summary>
    public required string Subject { get; init; }

    /// <summary>What is wrong, in one sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What mends it; null where nobody says.</summary>
    public string? Fix { get; init; }

    /// <summary>Ledger entries that foretell it; null for none.</summary>
    public string? KnownDefect { get; init; }

    /// <summary>File, relative to the configuration's folder; null where it is about no file.</summary>
    public string? File { get; init; }

    /// <summary>Line, from 1; null where it is about no line.</summary>
    public int? Line { get; init; }

    /// <summary>Column, from 1; null where it is about a whole line.</summary>
    public int? Column { get; init; }

    /// <summary>How many characters it is about; 0 for the rest of the line.</summary>
    public int Length { get; init; }

    /// <summary>Whether it is something other than the ledger foretells, and graver than worth knowing.</summary>
    public bool IsNew => this is { KnownDefect: null, Severity: not Severity.Info };

    /// <summary>The place as people write it, e.g. <c>alertmanager.yml:41:5</c>; null where it has none.</summary>
    public string? Place => File is null ? null
        : Line is not { } line ? File
        : Column is not { } column ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{line}:{column}");

    /// <summary>A finding of a check.</summary>
    public static ReportedProblem Of(Finding finding) => new()
    {
        Rule = finding.Check,
        Severity = finding.Severity,
        Subject = finding.Subject,
        Message = finding.Message,
        Fix = finding.Fix,
        KnownDefect = finding.KnownDefect,
        File = finding.Position.File,
        Line = finding.Position.Line,
        Column = finding.Position.Column,
        Length = finding.Length,
    };
}
