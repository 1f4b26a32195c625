using System.Globalization;

namespace NovaCron.Validation.StandIns;

/// <summary>What a role is told through environment variables.</summary>
/// <param name="read">Value of a variable by name; null when it is not set.</param>
internal sealed class RoleSettings(Func<string, string?> read)
{
    /// <summary>The settings of this process.</summary>
    public static RoleSettings OfProcess() => new(Environment.GetEnvironmentVariable);

    /// <summary>A value that must be there.</summary>
    /// <exception cref="InvalidOperationException">It is not set; the message names it.</exception>
    public string Required(string name) => Optional(name)
        ?? throw new InvalidOperationException($"the environment variable {name} is not set; the role needs it");

    /// <summary>A value or null; an empty value counts as not set.</summary>
    public string? Optional(string name) => read(name) is { Length: > 0 } value ? value : null;

    /// <summary>A whole number, or the default when not set.</summary>
    /// <exception cref="InvalidOperationException">It is no whole number.</exception>
    public int Number(string name, int otherwise) => Optional(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"the environment variable {name} must be a whole number; it is '{text}'");

    /// <summary>Pairs written as <c>k=v,k=v</c>; empty when not set.</summary>
    /// <exception cref="InvalidOperationException">A part has no <c>=</c>.</exception>
    public IReadOnlyDictionary<string, string> Pairs(string name)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (Optional(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (key, value) = Pair(name, part);
            pairs[key] = value;
        }
        return pairs;
    }

    /// <summary>One pair written as <c>key=value</c>, which must be there.</summary>
    /// <exception cref="InvalidOperationException">It is not set or has no <c>=</c>.</exception>
    public (string Key, string Value) RequiredPair(string name) => Pair(name, Required(name));

    private static (string Key, string Value) Pair(string name, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? (text[..at], text[(at + 1)..])
            : throw new InvalidOperationException($"the environment variable {name} must be written key=value; it has '{text}'");
    }
}
