using NovaCron.Validation.Environments.Monitoring.Re2;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A condition on one label.</summary>
/// <param name="Name">Label; a missing one counts as the empty string.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
/// <param name="Value">Value, or an RE2 expression that must match the whole value.</param>
/// <param name="Position">Where it stands.</param>
/// <exception cref="ConfigurationException">The expression is none that RE2 reads.</exception>
public sealed record LabelMatcher(string Name, string Operator, string Value, SourcePosition Position)
{
    /// <summary>The expression; null where a value is compared.</summary>
    public Re2Pattern? Pattern { get; } = Operator is "=~" or "!~" ? Compile(Value, Position) : null;

    /// <summary>Whether it asks for what does not match.</summary>
    public bool IsNegative => Operator is "!=" or "!~";

    /// <summary>Whether a label's value fulfils it.</summary>
    /// <param name="value">The value; empty for a missing label.</param>
    public bool Matches(string value) => (Pattern?.IsMatch(value) ?? value == Value) != IsNegative;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Operator}\"{Value}\"";

    private static Re2Pattern Compile(string text, SourcePosition position)
    {
        try
        {
            return new Re2Pattern(text);
        }
        catch (Re2Exception e)
        {
            throw new ConfigurationException(position, $"'{Shortened(text)}' is no regular expression that Alertmanager could read: at character {e.Offset + 1}, {e.Message}; write it in RE2's syntax", e);
        }
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
