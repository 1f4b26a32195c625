namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>The lines of a text, found once, so that asking for many places costs no walk through all of it each time.</summary>
/// <param name="text">The text.</param>
public sealed class TextLines(string text)
{
    private readonly int[] _starts = [0, .. Breaks(text).Select(at => at + 1)];

    /// <summary>How many there are; one behind the last line break counts, even an empty one.</summary>
    public int Count => _starts.Length;

    /// <summary>A line, without its line break.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string this[int number] => text[_starts[number - 1]..(number < Count ? _starts[number] - 1 : text.Length)].TrimEnd('\r');

    /// <summary>Where a character stands, line and column from 1.</summary>
    /// <param name="file">Name of the file that the text is of.</param>
    /// <param name="offset">Its offset in the text, from 0.</param>
    public SourcePosition PositionOf(string file, int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(file, line + 1, offset - _starts[line] + 1);
    }

    private static IEnumerable<int> Breaks(string text)
    {
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            yield return at;
        }
    }
}
