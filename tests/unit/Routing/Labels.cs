using System.Collections.Immutable;

namespace NovaCron.Validation.Tests.Unit.Routing;

/// <summary>Labels as a test writes them: <c>a=b c=d</c>.</summary>
internal static class Labels
{
    public static ImmutableSortedDictionary<string, string> Of(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split('=', 2)).ToImmutableSortedDictionary(l => l[0], l => l[1], StringComparer.Ordinal);

    public static string Show(IReadOnlyDictionary<string, string> labels) => string.Join(' ', labels.Select(l => $"{l.Key}={l.Value}"));
}
