namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>A part of an expression's text.</summary>
/// <param name="Start">Offset of its first character, in UTF-16 units.</param>
/// <param name="End">Offset just behind its last one.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Its length, in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Its text.</summary>
    /// <param name="expression">The expression that it is of.</param>
    public string Of(string expression) => expression[Start..End];
}
