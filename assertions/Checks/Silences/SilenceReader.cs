using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Silences;

/// <summary>Finds the comments that silence findings in a file.</summary>
internal static partial class SilenceReader
{
    /// <summary>Reads a file's silences, and says of those that cannot be read why.</summary>
    /// <param name="file">File name, as findings give it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="ruleLines">The lines on which a rule begins, in order.</param>
    public static (ImmutableArray<Silence> Silences, ImmutableArray<Finding> Wrong) Read(string file, string text, ImmutableArray<int> ruleLines)
    {
        var silences = ImmutableArray.CreateBuilder<Silence>();
        var wrong = ImmutableArray.CreateBuilder<Finding>();
        var all = new TextLines(text);
        string[] lines = [.. Enumerable.Range(1, all.Count).Select(n => all[n])];
        for (var i = 0; i < lines.Length; i++)
        {
            if (Marked().Match(lines[i]) is { Success: true } marked)
            {
                var position = new SourcePosition(file, i + 1, marked.Groups["mark"].Index + 1);
                if (Comment().Match(marked.Groups["words"].Value) is { Success: true } comment && Until(comment) is (true, var until))
                {
                    var (first, last) = Lines(comment.Groups["scope"].Value, i + 1, lines, ruleLines);
                    silences.AddRange(comment.Groups["check"].Captures.Select(c => new Silence(c.Value, first, last, until, position)));
                }
                else
                {
                    wrong.Add(Unreadable(position, marked.Groups["words"].Value.Trim()));
                }
            }
        }

        return (silences.ToImmutable(), wrong.ToImmutable());
    }

    private static Finding Unreadable(SourcePosition position, string words) => new()
    {
        Check = UnreadableName,
        Severity = Severity.Warning,
        Subject = "silence",
        Position = position,
        Message = $"\"{words}\" cannot be read, so that it silences nothing",
        Fix = "write # validate: ignore (or ignore-rule, ignore-file) family/name, then, if you like, until YYYY-MM-DD and because …",
    };

    /// <summary>Name under which an unreadable comment is reported.</summary>
    public const string UnreadableName = "silence/unreadable";

    private static (bool IsRead, DateOnly? Until) Until(Match comment) => comment.Groups["until"] switch
    {
        { Success: false } => (true, null),
        var until => DateOnly.TryParseExact(until.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (true, day) : (false, null),
    };

    private static (int First, int Last) Lines(string scope, int line, string[] lines, ImmutableArray<int> ruleLines) => scope switch
    {
        "-file" => (1, lines.Length),
        "-rule" => RuleAt(StandsAlone(lines, line) ? NextLine(lines, line) : line, lines.Length, ruleLines),
        _ => StandsAlone(lines, line) ? (line, NextLine(lines, line)) : (line, line),
    };

    private static bool StandsAlone(string[] lines, int line) => lines[line - 1].TrimStart().StartsWith('#');

    // The next line that is no comment.
    private static int NextLine(string[] lines, int line)
    {
        while (line < lines.Length && (StandsAlone(lines, line) || lines[line - 1].Trim().Length == 0))
        {
            line++;
        }

        return line;
    }

    private static (int First, int Last) RuleAt(int line, int end, ImmutableArray<int> ruleLines)
    {
        var index = ruleLines.Count(l => l <= line) - 1;
        return index < 0 ? (line, line) : (ruleLines[index], index + 1 < ruleLines.Length ? ruleLines[index + 1] - 1 : end);
    }

    [GeneratedRegex(@"(?:^|\s)(?<mark>#\s*validate:)(?<words>.*)$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^\s*ignore(?<scope>-rule|-file|)\s+(?<check>[a-z0-9-]+/(?:[a-z0-9-]+|\*))(?:\s*,\s*(?<check>[a-z0-9-]+/(?:[a-z0-9-]+|\*)))*(?:\s+until\s+(?<until>\S+))?(?:\s+because\s.*)?\s*$")]
    private static partial Regex Comment();
}
