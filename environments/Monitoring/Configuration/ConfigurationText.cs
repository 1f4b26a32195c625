using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A text of a configuration file, with its place.</summary>
/// <param name="Value">The text, as YAML reads it.</param>
/// <param name="Position">Where it begins: its first character, its quote, or the <c>|</c> or <c>></c> before it.</param>
public sealed record ConfigurationText(string Value, SourcePosition Position)
{
    private readonly (ConfigurationFile File, TextLines Lines, YamlScalarNode Node)? _source;
    private ScalarSource? _characters;

    internal ConfigurationText(ConfigurationFile file, TextLines lines, YamlScalarNode node, SourcePosition position)
        : this(node.Value ?? "", position) => _source = (file, lines, node);

    /// <summary>Where a character of the value stands in the file, whatever the text's style.</summary>
    /// <param name="offset">Offset in <see cref="Value"/>, from 0; one on white space stands for the next visible character.</param>
    /// <returns>Its place; <see cref="Position"/> where the file has no visible character for it.</returns>
    public SourcePosition PositionOf(int offset)
    {
        while (offset < Value.Length && char.IsWhiteSpace(Value[offset]))
        {
            offset++;
        }

        if (_source is not var (file, lines, node) || offset < 0 || offset >= Value.Length)
        {
            return Position;
        }

        try
        {
            _characters ??= new ScalarSource(file, node);
            return lines.PositionOf(Position.File, _characters.PlaceOf(offset, 1).Offset);
        }
        catch (ConfigurationException)
        {
            return Position;
        }
    }

    /// <inheritdoc/>
    public bool Equals(ConfigurationText? other) => other is not null && other.Value == Value && other.Position == Position;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Position);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
