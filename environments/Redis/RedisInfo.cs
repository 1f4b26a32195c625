using System.Globalization;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>The fields of an INFO reply.</summary>
public sealed class RedisInfo
{
    private readonly Dictionary<string, string> _fields;

    private RedisInfo(Dictionary<string, string> fields) => _fields = fields;

    /// <summary>Reads <c>field:value</c> lines; headings, empty lines and lines without a colon are passed over.</summary>
    public static RedisInfo Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                fields[line[..colon]] = line[(colon + 1)..];
            }
        }

        return new RedisInfo(fields);
    }

    /// <summary>A field as text.</summary>
    /// <exception cref="RedisException">The reply lacks the field.</exception>
    public string GetString(string field) => _fields.TryGetValue(field, out var value)
        ? value
        : throw new RedisException($"the INFO reply of Redis has no field '{field}'; it has {_fields.Count} others");

    /// <summary>A field as a whole number.</summary>
    /// <exception cref="RedisException">The reply lacks the field, or it is no whole number.</exception>
    public long GetInt64(string field) =>
        long.TryParse(GetString(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RedisException($"field '{field}' of the INFO reply of Redis is '{GetString(field)}', not a whole number");
}
