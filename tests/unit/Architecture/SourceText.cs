using System.Text.RegularExpressions;

namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>C# source as a rule reads it. Comments may say what code must not do; strings stay, since they may hold code.</summary>
internal static partial class SourceText
{
    /// <summary>Blanks comments, keeping every line where it was.</summary>
    public static string WithoutComments(string source) => Token().Replace(source, match =>
        match.Value.StartsWith("//", StringComparison.Ordinal) || match.Value.StartsWith("/*", StringComparison.Ordinal)
            ? new string('\n', match.Value.Count(c => c == '\n'))
            : match.Value);

    /// <summary>Number of the line that holds the character, from 1.</summary>
    public static int LineOf(string source, int index) => source.AsSpan(0, index).Count('\n') + 1;

    // In order: comments; raw, verbatim and ordinary strings; characters. Strings are matched only so that what looks
    // like a comment inside one is left alone.
    [GeneratedRegex(
        """"
        //[^\n]* | /\*[\s\S]*?\*/
        | (?<q>"{3,})[\s\S]*?(?<!")\k<q>(?!")
        | (?:@\$?|\$@)"(?:[^"]|"")*"
        | "(?:[^"\\\n]|\\.)*"
        | '(?:[^'\\\n]|\\.)+'
        """",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
