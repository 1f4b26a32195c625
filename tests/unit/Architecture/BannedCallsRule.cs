using System.Text.RegularExpressions;

namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>Finds reads of the wall clock that no test can replace, and sleeps.</summary>
internal static partial class BannedCallsRule
{
    // The stand-ins play real systems: their clock is the wall's.
    private const string StandIns = "environments/stand-ins/";

    public static IReadOnlyList<string> Violations(Repository repository) =>
        [.. repository.Files("*.cs").SelectMany(path => In(path, SourceText.WithoutComments(repository.Read(path))))];

    private static IEnumerable<string> In(string path, string source)
    {
        var clocks = path.StartsWith(StandIns, StringComparison.Ordinal) || path.StartsWith("tests/", StringComparison.Ordinal)
            ? []
            : WallClock().Matches(source).Select(match => (match, Instead: "take a TimeProvider"));
        var sleeps = Sleep().Matches(source).Select(match => (match, Instead: "wait on a state, with a timeout"));
        return from found in clocks.Concat(sleeps)
               orderby found.match.Index
               select $"{path}:{SourceText.LineOf(source, found.match.Index)}: {found.match.Value}: {found.Instead}";
    }

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\s*\.\s*(UtcNow|Now|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bThread\s*\.\s*(Sleep|SpinWait)\b")]
    private static partial Regex Sleep();
}
