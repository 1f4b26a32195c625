using System.Globalization;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <summary>Numbers as Go reads and writes them.</summary>
internal static class PromQlNumber
{
    /// <summary>Reads a number token: whole ones in decimal, hexadecimal (<c>0x1F</c>) and octal (<c>017</c>), others in decimal; underscores between digits.</summary>
    /// <returns>False when the token is no number, or one too large.</returns>
    public static bool TryParse(string text, out double value)
    {
        if (TryParseInteger(text, out var whole))
        {
            value = whole;
            return true;
        }

        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = char.ToLowerInvariant(text[0]) == 'i' ? double.PositiveInfinity : double.NaN;
            return true;
        }

        return double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value) && SeparatesDigits(text, "0123456789");
    }

    /// <summary>Writes a number with as few digits as tell it from any other and without an exponent; <c>+Inf</c>, <c>-Inf</c> and <c>NaN</c>.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        return mark < 0 ? text : Shift(text[..mark], int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static string Shift(string mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var parts = mantissa[sign.Length..].Split('.');
        var digits = string.Concat(parts);
        var point = parts[0].Length + exponent;
        return sign + (point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits[..point] + "." + digits[point..]);
    }

    private static bool TryParseInteger(string text, out long value)
    {
        var isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && text.Length > 2;
        var radix = isHexadecimal ? 16 : text[0] == '0' ? 8 : 10;
        var digits = isHexadecimal ? "0123456789abcdefABCDEF" : "0123456789"[..radix];
        value = 0;
        foreach (var c in text.AsSpan(isHexadecimal ? 2 : 0))
        {
            var digit = c == '_' ? 0 : digits.IndexOf(c, StringComparison.Ordinal);
            digit -= digit > 15 ? 6 : 0;
            if (digit < 0 || (c != '_' && value > (long.MaxValue - digit) / radix))
            {
                return false;
            }

            value = c == '_' ? value : (value * radix) + digit;
        }

        return SeparatesDigits(isHexadecimal ? "0" + text[2..] : text, digits);
    }

    private static bool SeparatesDigits(string text, string digits)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && (i == 0 || i == text.Length - 1 || !digits.Contains(text[i - 1]) || !digits.Contains(text[i + 1])))
            {
                return false;
            }
        }

        return true;
    }
}
