using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>Edits a file's text at the place of a value that was read from it.</summary>
/// <param name="file">The file.</param>
internal sealed class FileEdit(ConfigurationFile file)
{
    /// <summary>Replaces a part of a value.</summary>
    /// <returns>The file's new text and the place; null where the value's characters do not stand in the file as they are read, because of escapes, say.</returns>
    public (string Text, SourcePosition Position)? Replace(ConfigurationText value, int start, int length, string replacement)
    {
        if (length == 0)
        {
            return null;
        }

        var position = value.PositionOf(start);
        var offset = OffsetOf(position);
        var part = value.Value.Substring(start, length);
        // A quoted text begins with its quote.
        offset += file.Text.AsSpan(offset).StartsWith(part, StringComparison.Ordinal) ? 0 : 1;
        return offset + length <= file.Text.Length && file.Text.AsSpan(offset).StartsWith(part, StringComparison.Ordinal)
            ? (string.Concat(file.Text.AsSpan(0, offset), replacement, file.Text.AsSpan(offset + length)), position)
            : null;
    }

    /// <summary>Replaces a whole value.</summary>
    /// <inheritdoc cref="Replace(ConfigurationText, int, int, string)" path="/returns"/>
    public (string Text, SourcePosition Position)? Replace(ConfigurationText value, string replacement) => Replace(value, 0, value.Value.Length, replacement);

    /// <summary>Replaces a word that stands at a place.</summary>
    /// <returns>Null where another word stands there.</returns>
    public (string Text, SourcePosition Position)? ReplaceWord(SourcePosition position, string word, string replacement)
    {
        var offset = OffsetOf(position);
        return file.Text.AsSpan(offset).StartsWith(word, StringComparison.Ordinal)
            ? (string.Concat(file.Text.AsSpan(0, offset), replacement, file.Text.AsSpan(offset + word.Length)), position)
            : null;
    }

    /// <summary>Removes an item of a list: with the comma beside it in brackets, else with its line.</summary>
    /// <returns>Null where it stands in the file in another form.</returns>
    public (string Text, SourcePosition Position)? WithoutItem(ConfigurationText item)
    {
        var position = item.PositionOf(0);
        if (Lines[position.Line - 1].TrimStart().StartsWith("- ", StringComparison.Ordinal))
        {
            return (WithoutLines(position.Line, position.Line), position);
        }

        var word = Regex.Escape(item.Value);
        var start = OffsetOf(position with { Column = 1 });
        var found = new Regex($@"(?<=[\[,]\s*)['""]?{word}['""]?\s*(,\s*|(?=\]))").Match(file.Text, start, Lines[position.Line - 1].Length);
        return found.Success ? (file.Text.Remove(found.Index, found.Length), position) : null;
    }

    /// <summary>Removes whole lines.</summary>
    /// <param name="first">First line, from 1.</param>
    /// <param name="last">Last line.</param>
    public string WithoutLines(int first, int last)
    {
        var lines = Lines;
        return string.Join('\n', lines[..(first - 1)].Concat(lines[last..]));
    }

    /// <summary>Changes the places of two blocks of lines that follow each other.</summary>
    public string WithLinesSwapped(int first, int second, int end)
    {
        var lines = Lines;
        return string.Join('\n', lines[..(first - 1)].Concat(lines[(second - 1)..end]).Concat(lines[(first - 1)..(second - 1)]).Concat(lines[end..]));
    }

    /// <summary>Puts a line before another, with the indentation of that.</summary>
    public string WithLineBefore(int line, string text)
    {
        var lines = Lines;
        var next = lines[line - 1];
        return string.Join('\n', lines[..(line - 1)].Append(next[..^next.TrimStart().Length] + text).Concat(lines[(line - 1)..]));
    }

    /// <summary>Puts a line behind another.</summary>
    public string WithLineBehind(int line, string text)
    {
        var lines = Lines;
        return string.Join('\n', lines[..line].Append(text).Concat(lines[line..]));
    }

    /// <summary>How deep the key on a line is indented, the dash of a list's item left out.</summary>
    public int ColumnOfKey(int line) => Lines[line - 1] is var text ? text.Length - text.TrimStart(' ', '-').Length : 0;

    /// <summary>Whether a line has nothing but a key and its value.</summary>
    public bool IsAlone(SourcePosition position, string key) => Lines[position.Line - 1].TrimStart().StartsWith(key + ":", StringComparison.Ordinal);

    /// <summary>Replaces the first place of a word on a place's line.</summary>
    /// <returns>The file's new text; null where the word does not stand there.</returns>
    public string? ReplaceOnLine(SourcePosition position, string word, string replacement)
    {
        var offset = OffsetOf(position with { Column = 1 });
        var end = file.Text.IndexOf('\n', offset);
        var line = file.Text[offset..(end < 0 ? file.Text.Length : end)];
        var at = word.Length == 0 ? -1 : line.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? null : string.Concat(file.Text.AsSpan(0, offset + at), replacement, file.Text.AsSpan(offset + at + word.Length));
    }

    /// <summary>The last line of a block of YAML: the line before the next one that is indented no deeper than its first, comments and blank lines left out.</summary>
    public int LastLineOf(int first)
    {
        var lines = Lines;
        var indent = Indent(lines[first - 1]);
        var last = first;
        for (var i = first; i < lines.Length && (lines[i].Trim().Length == 0 || lines[i].TrimStart()[0] == '#' || Indent(lines[i]) > indent); i++)
        {
            last = lines[i].Trim().Length == 0 || lines[i].TrimStart()[0] == '#' ? last : i + 1;
        }

        return last;
    }

    private string[] Lines => file.Text.Split('\n');

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private int OffsetOf(SourcePosition position)
    {
        var offset = 0;
        for (var line = 1; line < position.Line; line++)
        {
            offset = file.Text.IndexOf('\n', offset) + 1;
        }

        return offset + position.Column - 1;
    }
}
