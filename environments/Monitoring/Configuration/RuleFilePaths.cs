using System.Text;
using System.Text.RegularExpressions;

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
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', i + 1) : -1;
            regex.Append(pattern[i] switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                '\\' when i + 1 < pattern.Length => Regex.Escape(pattern[++i].ToString()),
                '[' when close > 0 => Class(pattern[(i + 1)..close]),
                var c => Regex.Escape(c.ToString()),
            });
            i = Math.Max(i, close);
        }

        return Regex.IsMatch(name, regex.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    // Ranges written character by character, so that nothing in them means more to .NET than to Go; an empty or a backward one fits nothing.
    private static string Class(string members)
    {
        var isNegated = members.StartsWith('^');
        var set = new StringBuilder();
        for (var i = isNegated ? 1 : 0; i < members.Length; i++)
        {
            var first = members[i];
            var isRange = i + 2 < members.Length && members[i + 1] == '-';
            var last = isRange ? members[i + 2] : first;
            i += isRange ? 2 : 0;
            set.Append(first <= last ? $"\\u{(int)first:X4}-\\u{(int)last:X4}" : "");
        }

        return set.Length == 0 ? @"[^\u0000-\uFFFF]" : $"[{(isNegated ? "^" : "")}{set}]";
    }
}
