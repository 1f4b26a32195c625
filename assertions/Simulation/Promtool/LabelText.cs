using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Simulation.Promtool;

/// <summary>Reads labels as Prometheus prints them: <c>{name="value", …}</c>, the values as Go strings.</summary>
internal static class LabelText
{
    /// <summary>Reads all labels of a text; what is no label is passed over.</summary>
    public static ImmutableSortedDictionary<string, string> Read(string text)
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var at = 0;
        while (text.IndexOf("=\"", at, StringComparison.Ordinal) is >= 0 and var equals)
        {
            var name = text[at..equals].Trim('{', ',', ' ', '"');
            at = equals + 2;
            labels[name] = Value(text, ref at);
        }

        return labels.ToImmutable();
    }

    // From behind the opening quote to behind the closing one.
    private static string Value(string text, ref int at)
    {
        var value = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            value.Append(text[at] == '\\' ? Escaped(text, ref at) : text[at++].ToString());
        }

        at = Math.Min(at + 1, text.Length);
        return value.ToString();
    }

    private static string Escaped(string text, ref int at)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\\';
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var start = Math.Min(at + 2, text.Length);
        at = Math.Min(start + digits, text.Length);
        return kind switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            _ when digits == 0 => kind.ToString(),
            _ => int.TryParse(text.AsSpan(start, at - start), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD",
        };
    }
}
