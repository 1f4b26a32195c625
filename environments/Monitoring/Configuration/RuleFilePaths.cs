namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Tells which files of a configuration's folder a pattern of <c>rule_files</c> names.</summary>
public static class RuleFilePaths
{
    /// <summary>
    /// Whether a pattern names a file. A relative pattern starts at the folder of <c>prometheus.yml</c>. An absolute one is of the machine that
    /// Prometheus runs on, so its end is compared: <c>/etc/prometheus/rules/*.yml</c> names <c>rules/a.yml</c>, and a file without folders by its last part.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">The file's path relative to the folder, with forward slashes.</param>
    public static bool Names(string pattern, string name)
    {
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".").ToList();
        var names = name.Split('/');
        if (parts.Count < names.Length || (!pattern.StartsWith('/') && parts.Count != names.Length))
        {
            return false;
        }

        return names.Zip(parts.Skip(parts.Count - names.Length)).All(p => Matches(p.Second, p.First));
    }

    /// <summary>Whether a name without slashes fits a pattern with the wildcards of Go's <c>filepath.Match</c>.</summary>
    public static bool Matches(string pattern, string name)
    {
        var (at, end) = (0, 0);
        (int Pattern, int Name)? star = null;
        while (end < name.Length || at < pattern.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                // The last wildcard takes nothing at first, and one character more whenever the rest does not fit: those before it need not be tried again.
                star = (++at, end);
            }
            else if (end < name.Length && at < pattern.Length && Fits(pattern, at, name[end]) is > 0 and var length)
            {
                (at, end) = (at + length, end + 1);
            }
            else if (star is var (behind, from) && from < name.Length)
            {
                star = (behind, from + 1);
                (at, end) = (behind, from + 1);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    // How long the part of the pattern is that fits a character; 0 where it does not.
    private static int Fits(string pattern, int at, char c)
    {
        var close = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
        return pattern[at] switch
        {
            '?' => 1,
            '\\' when at + 1 < pattern.Length => pattern[at + 1] == c ? 2 : 0,
            '[' when close > 0 => IsIn(pattern.AsSpan(at + 1, close - at - 1), c) ? close - at + 1 : 0,
            var own => own == c ? 1 : 0,
        };
    }

    // An empty class and a range that goes backward hold nothing.
    private static bool IsIn(ReadOnlySpan<char> members, char c)
    {
        var isNegated = members.StartsWith('^');
        members = isNegated ? members[1..] : members;
        var isIn = false;
        for (var i = 0; i < members.Length; i++)
        {
            var first = members[i];
            var isRange = i + 2 < members.Length && members[i + 1] == '-';
            isIn |= c >= first && c <= (isRange ? members[i + 2] : first);
            i += isRange ? 2 : 0;
        }

        return members.Length > 0 && isIn != isNegated;
    }
}
