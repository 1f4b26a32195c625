using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Run;

/// <summary>What a run found wrong, each with the place of the configuration that it is about, where the result quotes one.</summary>
public static class RunProblems
{
    /// <summary>Failed stages in the order of the alerts, then surfaces, then findings; what could not be judged is not among them.</summary>
    public static IReadOnlyList<ReportedProblem> Of(RunResult run) =>
    [
        .. run.Alerts.SelectMany(a => a.Stages.Where(s => s.Outcome == Outcome.Fail).Select(s => Of(run, a, s))),
        .. run.Surfaces.Where(s => s.Outcome == Outcome.Fail).Select(s => Of(run, s)),
        .. run.Findings.Select(Of),
    ];

    /// <summary>One sentence about each rule that the problems may name.</summary>
    public static string About(string rule) => rule.Split('/', 2) is ["stage", var stage] && Names.Stage(stage) is { } name
        ? name switch
        {
            StageName.Loads => "Prometheus loads the rule and evaluates it without error",
            StageName.Contract => "the rule says what the strategy promises",
            StageName.Silent => "nothing fires while all is well, nor just below the threshold",
            StageName.Fires => "the alert fires after its fault, neither too early nor too late",
            StageName.Routes => "exactly the promised receivers are told in time",
            StageName.Renders => "every promised field of the message can be read",
            StageName.Inhibits => "the promised alert silences this one",
            StageName.Resolves => "the alert ends in time once its fault is gone",
            StageName.ResolutionDelivered => "everyone who was told hears of the end",
            _ => rule,
        }
        : rule.StartsWith("surface/", StringComparison.Ordinal) ? "what the strategy documents beside its alerts is there"
        : rule == FindingEntry.NoLongerReproduces ? "every entry of the ledger that the run exercised still shows"
        : rule;

    private static ReportedProblem Of(RunResult run, AlertEntry alert, StageEntry stage)
    {
        var quote = Quote(run, [.. stage.Subjects, alert.Alert]);
        return new ReportedProblem
        {
            Rule = $"stage/{Names.Of(stage.Stage)}",
            Severity = Severity.Error,
            Subject = alert.Alert,
            Message = stage.Detail,
            Fix = Mend(run, stage.KnownDefect),
            KnownDefect = stage.KnownDefect,
            File = quote?.File,
            Line = quote?.Line,
        };
    }

    private static ReportedProblem Of(RunResult run, SurfaceEntry surface)
    {
        var quote = Quote(run, [surface.Subject]);
        return new ReportedProblem
        {
            Rule = $"surface/{surface.Kind.ToString().ToLowerInvariant()}",
            Severity = Severity.Error,
            Subject = surface.Subject,
            Message = surface.Detail,
            Fix = Mend(run, surface.KnownDefect),
            KnownDefect = surface.KnownDefect,
            File = quote?.File,
            Line = quote?.Line,
        };
    }

    private static ReportedProblem Of(FindingEntry finding) => new()
    {
        Rule = finding.Check,
        Severity = Enum.TryParse<Severity>(finding.Severity, ignoreCase: true, out var severity) ? severity : Severity.Error,
        Subject = finding.Subject,
        Message = finding.Message,
        Fix = finding.Fix,
        KnownDefect = finding.KnownDefect,
        File = finding.File,
        Line = finding.Line,
        Column = finding.Column,
    };

    // What is at fault comes first: of a resolution that a receiver never hears, the receiver, and not the alert's rule.
    private static QuoteEntry? Quote(RunResult run, IEnumerable<string> subjects) =>
        subjects.Select(subject => run.Quotes.FirstOrDefault(q => q.Subject == subject)).FirstOrDefault(q => q is not null);

    private static string? Mend(RunResult run, string? known) =>
        known is null ? null : run.Defects.FirstOrDefault(d => Ids(known).Contains(d.Id))?.Mend is { Length: > 0 } mend ? mend : null;

    /// <summary>The ledger's entries of a stage, which names them separated by commas.</summary>
    internal static IEnumerable<string> Ids(string known) => known.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
