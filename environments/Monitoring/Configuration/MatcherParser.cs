using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>
/// Parses matchers as Alertmanager's newer parser does (<c>matcher/parse</c>): label names and values may be any UTF-8 in double quotes,
/// and without quotes what holds no reserved character.
/// </summary>
internal sealed class MatcherParser
{
    private const string Reserved = "{}!=~,\\\"'`";
    private static readonly string[] Operators = ["=~", "!~", "!=", "="];

    private readonly string _text;
    private int _at;

    private MatcherParser(string text) => _text = text;

    /// <summary>Parses matchers, separated by commas, in braces or not.</summary>
    /// <returns>The matchers; null when the text is none.</returns>
    public static ImmutableArray<ParsedMatcher>? Parse(string text) => new MatcherParser(text).ParseAll();

    private ImmutableArray<ParsedMatcher>? ParseAll()
    {
        var matchers = ImmutableArray.CreateBuilder<ParsedMatcher>();
        var isOpen = Take('{');
        while (!IsAtEnd && !Sees('}'))
        {
            if (ParseOne() is not { } matcher)
            {
                return null;
            }

            matchers.Add(matcher);
            if (!Take(',') && !IsAtEnd && !Sees('}'))
            {
                return null;
            }
        }

        return Take('}') == isOpen && IsAtEnd ? matchers.ToImmutable() : null;
    }

    private bool IsAtEnd
    {
        get
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }

            return _at >= _text.Length;
        }
    }

    private bool Sees(char c) => !IsAtEnd && _text[_at] == c;

    private bool Take(char c)
    {
        var sees = Sees(c);
        _at += sees ? 1 : 0;
        return sees;
    }

    private ParsedMatcher? ParseOne()
    {
        var start = _at;
        return TakeWord() is { } name && TakeOperator() is { } comparison && TakeWord() is { } value ? new ParsedMatcher(name, comparison, value, start) : null;
    }

    private string? TakeOperator()
    {
        var found = IsAtEnd ? null : Operators.FirstOrDefault(o => _text.AsSpan(_at).StartsWith(o, StringComparison.Ordinal));
        _at += found?.Length ?? 0;
        return found;
    }

    private string? TakeWord()
    {
        if (Sees('"'))
        {
            return TakeQuoted();
        }

        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !Reserved.Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : null;
    }

    private string? TakeQuoted()
    {
        var plain = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    return plain.ToString();
                case '\n':
                    return null;
                case '\\':
                    if (!TakeEscape(plain))
                    {
                        return null;
                    }

                    break;
                case var c:
                    plain.Append(c);
                    break;
            }
        }

        return null;
    }

    // The escapes of Go's string literals; it leaves off at the escape's last character.
    private bool TakeEscape(StringBuilder plain)
    {
        _at++;
        var c = _at < _text.Length ? _text[_at] : '\0';
        var digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            var simple = c switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', '\\' => '\\', '"' => '"', _ => '\0' };
            plain.Append(simple);
            return simple != '\0';
        }

        // A byte above ASCII alone is no UTF-8, which Alertmanager asks for.
        var isRead = _at + digits < _text.Length
            && int.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
            && Rune.IsValid(rune) && (c != 'x' || rune < 0x80);
        plain.Append(isRead ? char.ConvertFromUtf32(int.Parse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) : "");
        _at += digits;
        return isRead;
    }
}
