using System.Globalization;

namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>Reads the text of INFO.</summary>
internal static class RespInfo
{
    /// <summary>A whole number among the fields.</summary>
    /// <param name="info">The text: a field a line, name and value separated by a colon.</param>
    /// <param name="field">The field's name.</param>
    /// <returns>Its value; 0 when it is missing or no whole number.</returns>
    public static long Read(string info, string field)
    {
        foreach (var line in info.AsSpan().EnumerateLines())
        {
            if (line.Length > field.Length && line[field.Length] == ':' && line.StartsWith(field, StringComparison.Ordinal))
                return long.TryParse(line[(field.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        }

        return 0;
    }
}
