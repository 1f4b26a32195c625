using NovaCron.Validation.Assertions.Reports.Markdown;

namespace NovaCron.Validation.Assertions.Reports.Run;

/// <summary>Gathers what a run found under the ledger's entries: each once, however many alerts it shows at.</summary>
internal static class KnownDefectItems
{
    private const int DetailLength = 300;

    /// <summary>An item for each entry, already escaped: its name, what it shows at, and what is seen.</summary>
    public static IEnumerable<string> Of(RunResult run)
    {
        var shown = from problem in RunProblems.Of(run)
                    where problem.KnownDefect is not null
                    from id in RunProblems.Ids(problem.KnownDefect!)
                    group problem by id;
        return shown.Select(entry =>
        {
            var ledger = run.Defects.FirstOrDefault(d => d.Id == entry.Key);
            var subjects = MarkdownText.Plain(string.Join(", ", entry.Select(p => p.Subject).Distinct()), DetailLength);
            var rules = string.Join(", ", entry.Select(p => p.Rule.Replace("stage/", "", StringComparison.Ordinal)).Distinct());
            var seen = ledger?.Evidence is { Length: > 0 } evidence ? evidence : entry.First().Message;
            var mend = ledger?.Mend is { Length: > 0 } mends ? $" *Mend:* {MarkdownText.Plain(mends, DetailLength)}" : "";
            return $"**{MarkdownText.Plain(entry.Key, DetailLength)}** / {MarkdownText.Plain(rules, DetailLength)}: {subjects}. {MarkdownText.Plain(seen.TrimEnd('.'), DetailLength)}.{mend}";
        });
    }
}
