namespace NovaCron.Validation.Scenarios;

/// <summary>Finds the names that somebody probably meant.</summary>
internal static class NearestNames
{
    private const int Most = 2;

    /// <summary>The nearest names by edit distance, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names) =>
        [.. names.OrderBy(name => Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())).Take(Most)];

    /// <summary>Levenshtein's edit distance.</summary>
    internal static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
