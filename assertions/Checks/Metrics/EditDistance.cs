namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>How far two names are apart: Levenshtein's distance.</summary>
internal static class EditDistance
{
    /// <summary>The distance of two names.</summary>
    /// <param name="left">One name.</param>
    /// <param name="right">The other.</param>
    /// <param name="most">The greatest distance of interest.</param>
    /// <returns>Null where it is greater.</returns>
    public static int? Within(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return null;
        }

        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                current[j] = Math.Min(previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > most)
            {
                return null;
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length] <= most ? previous[right.Length] : null;
    }
}
