using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

/// <summary>
/// Tells where each visible character of a YAML scalar stands in the file's text, whatever the scalar's style.
/// Folding, indentation and chomping change whitespace only, so visible characters can be paired off one by one.
/// </summary>
internal sealed class ScalarSource
{
    private readonly (int Start, int End)[] _places;

    /// <summary>Pairs off a scalar.</summary>
    /// <param name="file">The file.</param>
    /// <param name="node">A scalar of it.</param>
    /// <exception cref="ConfigurationException">The characters do not pair off.</exception>
    public ScalarSource(ConfigurationFile file, YamlScalarNode node)
    {
        Value = node.Value ?? "";
        _places = new (int, int)[Value.Length];
        using var visible = Visible(file.Text, node).Where(c => !char.IsWhiteSpace(c.Char)).GetEnumerator();
        for (var i = 0; i < Value.Length; i++)
        {
            if (char.IsWhiteSpace(Value[i]))
            {
                continue;
            }

            if (!visible.MoveNext() || visible.Current.Char != Value[i])
            {
                throw new ConfigurationException(
                    new SourcePosition(file.Name, (int)node.Start.Line, (int)node.Start.Column),
                    "the text cannot be edited where it stands; write it without YAML escapes, on one line or as a block after '|'");
            }

            _places[i] = (visible.Current.Start, visible.Current.End);
        }
    }

    /// <summary>The scalar as YAML reads it.</summary>
    public string Value { get; }

    /// <summary>Where a part of the value that begins and ends with a visible character stands in the file's text.</summary>
    public (int Offset, int Length) PlaceOf(int offset, int length)
    {
        var start = _places[offset].Start;
        return (start, _places[offset + length - 1].End - start);
    }

    private static IEnumerable<(char Char, int Start, int End)> Visible(string text, YamlScalarNode node)
    {
        var start = SkipProperties(text, (int)node.Start.Index);
        var end = (int)node.End.Index;
        return node.Style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => Plain(text, text.AsSpan(start).IndexOfAny('\n', '\r') is var line and >= 0 ? start + line : end, end),
            ScalarStyle.SingleQuoted => SingleQuoted(text, start + 1, end - 1),
            ScalarStyle.DoubleQuoted => DoubleQuoted(text, start + 1, end - 1),
            _ => Plain(text, start, end),
        };
    }

    /// <summary>Moves over a node's anchor and tag, which YAML counts as part of it.</summary>
    internal static int SkipProperties(string text, int at)
    {
        while (at < text.Length && text[at] is '&' or '!')
        {
            at += text.AsSpan(at).IndexOfAny(" \t\r\n") is var blank and >= 0 ? blank : text.Length - at;
            at += text.AsSpan(at).IndexOfAnyExcept(" \t\r\n") is var next and >= 0 ? next : 0;
        }

        return at;
    }

    private static IEnumerable<(char Char, int Start, int End)> Plain(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            yield return (text[i], i, i + 1);
        }
    }

    private static IEnumerable<(char Char, int Start, int End)> SingleQuoted(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var from = i;
            i += text[i] == '\'' ? 1 : 0;
            yield return (text[i], from, i + 1);
        }
    }

    private static IEnumerable<(char Char, int Start, int End)> DoubleQuoted(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var from = i;
            if (text[i] != '\\')
            {
                yield return (text[i], from, i + 1);
                continue;
            }

            i++;
            var digits = text[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            var decoded = digits > 0
                ? Decode(int.Parse(text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
                : Unescape(text[i]).ToString();
            i += digits;
            foreach (var c in decoded)
            {
                yield return (c, from, i + 1);
            }
        }
    }

    // JSON writes what lies beyond 16 bits as two halves, each with an escape of its own.
    private static string Decode(int code) => code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code);

    private static char Unescape(char c) => c switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\x1b',
        'N' => '\x85',
        '_' => '\xa0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => c,
    };
}
