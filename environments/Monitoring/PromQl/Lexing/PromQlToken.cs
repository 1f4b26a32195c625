namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; a keyword's in lower case, since keywords may be written in any.</param>
/// <param name="Range">Where it stands.</param>
internal readonly record struct PromQlToken(PromQlTokenKind Kind, string Text, TextRange Range)
{
    /// <summary>Whether it is this sign, e.g. <c>(</c> or <c>&gt;=</c>.</summary>
    public bool IsSign(string sign) => Kind == PromQlTokenKind.Sign && Text == sign;

    /// <summary>Whether it is this keyword, given in lower case.</summary>
    public bool IsKeyword(string word) => Kind == PromQlTokenKind.Keyword && Text == word;

    /// <summary>Whether it is a number or a duration, which stand in the same places.</summary>
    public bool IsQuantity => Kind is PromQlTokenKind.Number or PromQlTokenKind.Duration;
}

/// <summary>What a token is.</summary>
internal enum PromQlTokenKind
{
    /// <summary>Behind the last token.</summary>
    End,

    /// <summary>Name without a colon: metric, label or function.</summary>
    Identifier,

    /// <summary>Name with a colon, which only a metric or a grouping label may have.</summary>
    MetricIdentifier,

    /// <summary>Operator word, aggregation, modifier or <c>start</c> and <c>end</c>; never inside braces.</summary>
    Keyword,

    /// <summary>Number in any notation, <c>Inf</c> and <c>NaN</c>.</summary>
    Number,

    /// <summary>Duration, e.g. <c>1h30m</c>; its units are yet to be checked.</summary>
    Duration,

    /// <summary>String with its quotes; its escapes are checked.</summary>
    String,

    /// <summary>Operator sign, bracket, comma or colon.</summary>
    Sign,
}
