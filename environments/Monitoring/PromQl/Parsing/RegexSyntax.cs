using System.Buffers;
using NovaCron.Validation.Environments.Monitoring.Re2;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>What is known of a regular expression without running it.</summary>
/// <param name="Error">Why Prometheus refuses it; null when it does not.</param>
/// <param name="MatchesEmpty">Whether the whole of an empty value fits.</param>
internal readonly record struct RegexSyntax(string? Error, bool MatchesEmpty)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\.+*?()[]{}^$");

    /// <summary>
    /// Reads a regular expression in the syntax of Go's <c>regexp/syntax</c>, which .NET's is not: it has <c>\pN</c> and <c>[:alpha:]</c>,
    /// and neither look-around nor back-references.
    /// </summary>
    /// <param name="pattern">The expression.</param>
    public static RegexSyntax Read(string pattern)
    {
        // Prometheus compiles no list of literals, so that bytes that are no UTF-8 pass in them.
        if (pattern.AsSpan().IndexOfAny(Special) < 0)
        {
            return new RegexSyntax(null, pattern.Split('|').Contains(""));
        }

        if (Lexing.PromQlString.HasLoneBytes(pattern))
        {
            return new RegexSyntax("it is no UTF-8", false);
        }

        try
        {
            // Go counts what stands in the innermost group as a level, too.
            return new RegexSyntax(null, Re2Parser.Parse(pattern, Re2Flags.DotAll, Re2Parser.MostNested - 1).Root.MatchesEmpty);
        }
        catch (Re2Exception refused)
        {
            return new RegexSyntax(refused.Message, false);
        }
    }
}
