using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Silences;

/// <summary>The silences of a configuration, and what becomes of findings under them.</summary>
internal sealed class SilenceSet(ImmutableArray<Silence> silences, ImmutableArray<Finding> wrong, DateOnly today)
{
    /// <summary>Reads the silences of every file.</summary>
    /// <param name="files">The text of every file, by name.</param>
    /// <param name="subject">The configuration, which knows where rules begin.</param>
    /// <param name="today">The day on which dates are judged.</param>
    public static SilenceSet Of(IReadOnlyDictionary<string, string> files, CheckSubject subject, DateOnly today)
    {
        var read = files.Select(f => SilenceReader.Read(f.Key, f.Value, RuleLines(subject, f.Key))).ToList();
        return new SilenceSet([.. read.SelectMany(r => r.Silences)], [.. read.SelectMany(r => r.Wrong)], today);
    }

    /// <summary>Takes away what is silenced, and adds what is wrong with the silences themselves.</summary>
    public (ImmutableArray<Finding> Left, int Silenced) Apply(ImmutableArray<Finding> findings)
    {
        var holding = silences.Where(s => !s.HasExpired(today)).ToList();
        var silenced = findings.Where(f => holding.Exists(s => s.Covers(f))).ToHashSet();
        var unused = holding.Where(s => !findings.Any(s.Covers)).Select(s => About(s, "silence/unused", Severity.Warning, "it silences nothing: what it was about is mended, or has another name", "remove it"));
        var expired = silences.Where(s => s.HasExpired(today)).Select(s => About(
            s, "silence/expired", Severity.Warning, FormattableString.Invariant($"it held until {s.Until:yyyy-MM-dd} and no longer silences anything"), "mend what it was about, or give it another date"));
        return ([.. findings.Where(f => !silenced.Contains(f)), .. unused, .. expired, .. wrong], silenced.Count);
    }

    private static Finding About(Silence silence, string check, Severity severity, string message, string fix) => new()
    {
        Check = check,
        Severity = severity,
        Subject = silence.Check,
        Position = silence.Position,
        Message = message,
        Fix = fix,
    };

    private static ImmutableArray<int> RuleLines(CheckSubject subject, string file) =>
        [.. subject.Folder.RuleFiles.Where(f => f.Path == file).SelectMany(f => f.Groups)
            .SelectMany(g => g.Rules.Select(r => r.Position.Line).Concat(g.RecordingRules.Select(r => r.Position.Line))).Order()];
}
