using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Stack.PromQl;

/// <summary>
/// Expressions written by hand for every feature and every kind of error, one a line in <c>expressions.txt</c>: <c>␤</c> stands for a line break,
/// <c>␀</c> for a NUL, and lines that start with <c>##</c> are headings.
/// </summary>
public static class PromQlCorpus
{
    /// <summary>The expressions of the file.</summary>
    public static IReadOnlyList<string> Expressions { get; } =
        [.. File.ReadLines(Path.Combine(ProjectRoot.Find(), "tests", "stack", "PromQl", "expressions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal))
            .Select(line => line.Replace('␤', '\n').Replace('␀', '\0'))
            .Distinct()];
}
