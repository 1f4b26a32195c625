namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A part of a configuration file as whole lines, to be quoted.</summary>
/// <param name="File">The file, relative to the configuration's folder.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Text">Its lines, without a line end behind the last.</param>
public sealed record ConfigurationBlock(string File, int Line, string Text)
{
    /// <summary>The list item or field that begins on a line, with all that is indented under it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">Where it begins.</param>
    public static ConfigurationBlock At(ConfigurationFile file, SourcePosition position) => Cut(file, Lines(file), position.Line - 1);

    /// <summary>A field of the file's outermost mapping; null where the file has none of this name at the start of a line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Name of the field, e.g. <c>route</c>.</param>
    public static ConfigurationBlock? Section(ConfigurationFile file, string name)
    {
        var lines = Lines(file);
        var first = Array.FindIndex(lines, l => l.StartsWith($"{name}:", StringComparison.Ordinal));
        return first < 0 ? null : Cut(file, lines, first);
    }

    private static string[] Lines(ConfigurationFile file) => file.Text.ReplaceLineEndings("\n").Split('\n');

    private static ConfigurationBlock Cut(ConfigurationFile file, string[] lines, int first)
    {
        var indent = Indent(lines[first]);
        var isItem = IsItem(lines[first]);
        var last = first;
        for (var i = first + 1; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().TrimStart() is [] or ['#', ..])
            {
                // Belongs to the block when more of it follows.
                continue;
            }

            // The items of a field's list may stand as far left as its name.
            if (Indent(lines[i]) <= indent && !(Indent(lines[i]) == indent && !isItem && IsItem(lines[i])))
            {
                break;
            }

            last = i;
        }

        return new ConfigurationBlock(file.Name, first + 1, string.Join('\n', lines[first..(last + 1)]));
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static bool IsItem(string line) => line.AsSpan().TrimStart() is ['-'] or ['-', ' ', ..];
}
