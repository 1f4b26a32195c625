using System.Buffers;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>
/// The lines of a text, found once, so that asking for many places costs no walk through all of it each time.
/// A line ends where YAML says that one ends, so that places agree with those of the parser: at LF, CR LF, CR, NEL, LS or PS.
/// </summary>
/// <param name="text">The text.</param>
public sealed class TextLines(string text)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u0085\u2028\u2029");

    private readonly int[] _starts = [.. Starts(text)];

    /// <summary>How many there are; one behind the last line break counts, even an empty one.</summary>
    public int Count => _starts.Length;

    /// <summary>A line, without its line break.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string this[int number]
    {
        get
        {
            var line = text.AsSpan(_starts[number - 1]..(number < Count ? _starts[number] : text.Length));
            return line[..(line.IndexOfAny(Breaks) is >= 0 and var end ? end : line.Length)].ToString();
        }
    }

    /// <summary>Where a character stands, line and column from 1.</summary>
    /// <param name="file">Name of the file that the text is of.</param>
    /// <param name="offset">Its offset in the text, from 0.</param>
    public SourcePosition PositionOf(string file, int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(file, line + 1, offset - _starts[line] + 1);
    }

    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; text.AsSpan(at).IndexOfAny(Breaks) is >= 0 and var next;)
        {
            at += next + (text[at + next] == '\r' && at + next + 1 < text.Length && text[at + next + 1] == '\n' ? 2 : 1);
            starts.Add(at);
        }

        return starts;
    }
}
