namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A template that Go's text/template refuses, or that is nested deeper than it is read here.</summary>
/// <param name="message">What is wrong, as Go says it, without template name and line.</param>
/// <param name="offset">Where, in UTF-16 units of the template's text.</param>
/// <param name="length">How many characters are wrong there; 0 where that is all that follows.</param>
public sealed class TemplateException(string message, int offset, int length) : Exception(message)
{
    /// <summary>Where, in UTF-16 units of the template's text.</summary>
    public int Offset { get; } = offset;

    /// <summary>How many characters are wrong there; 0 where that is all that follows.</summary>
    public int Length { get; } = length;

    /// <summary>Whether only this reader gives up, at a depth that Go would go on from.</summary>
    public bool IsTooDeep { get; init; }
}
