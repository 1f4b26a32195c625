using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Templates.Reads;

/// <summary>A field of a template's data that it reads.</summary>
/// <param name="Path">The way to it from the data: <c>Labels</c>, <c>x</c>; an element of a list is <see cref="Element"/>.</param>
/// <param name="Source">The text that it is read in.</param>
/// <param name="Start">Offset of its first character there.</param>
/// <param name="End">Offset just behind its last one.</param>
/// <param name="IsShown">Whether its value is written as it is, or through functions: an empty one leaves a hole in the text. Not so where the template asks first whether there is one.</param>
public sealed record FieldRead(ImmutableArray<string> Path, TemplateSource Source, int Start, int End, bool IsShown)
{
    /// <summary>Stands in a path for any element of a list.</summary>
    public const string Element = "[]";

    /// <summary>The text of it.</summary>
    public string Text => Source.Text[Start..End];

    /// <summary>Where it stands, and how long it is there.</summary>
    public TextPlace Place => Source.PlaceOf(Start, End);

    /// <summary>The name under which it is read in a map of the data, such as a label in <c>Labels</c>; null where it is read elsewhere.</summary>
    public string? KeyIn(params string[] map) => Path.Length == map.Length + 1 && Path.AsSpan(0, map.Length).SequenceEqual(map) ? Path[^1] : null;
}

/// <summary>A text that holds a template. It equals no other: the same words elsewhere are another text, and comparing words takes as long as they are.</summary>
/// <param name="text">The text.</param>
/// <param name="positionOf">Where a character of it stands.</param>
public sealed class TemplateSource(string text, Func<int, SourcePosition> positionOf)
{
    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Where a character of it stands.</summary>
    public Func<int, SourcePosition> PositionOf => positionOf;

    /// <summary>A text of a configuration file.</summary>
    public static TemplateSource Of(ConfigurationText text) => new(text.Value, text.PositionOf);

    /// <summary>A file of templates.</summary>
    public static TemplateSource Of(ConfigurationFile file)
    {
        var lines = new TextLines(file.Text);
        return new TemplateSource(file.Text, at => lines.PositionOf(file.Name, Math.Min(at, file.Text.Length)));
    }

    /// <summary>Where a part of it stands.</summary>
    /// <param name="start">Offset of its first character.</param>
    /// <param name="end">Offset behind its last one.</param>
    public TextPlace PlaceOf(int start, int end) => TextPlace.Of(positionOf, start, end);
}
