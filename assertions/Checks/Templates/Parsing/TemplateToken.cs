namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <summary>Kinds of tokens. Source: Go's <c>text/template/parse/lex.go</c>.</summary>
internal enum TokenKind
{
    Error,
    Eof,
    Text,
    LeftDelim,
    RightDelim,
    LeftParen,
    RightParen,
    Space,
    Pipe,
    Assign,
    Declare,
    Char,
    Bool,
    Number,
    CharConstant,
    String,
    RawString,
    Identifier,
    Field,
    Variable,

    // Keywords stand behind all the rest.
    Dot,
    Nil,
    Block,
    Break,
    Continue,
    Define,
    Else,
    End,
    If,
    Range,
    Template,
    With,
}

/// <summary>A token.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Value">Its text; for an error, what is wrong.</param>
/// <param name="Length">How many characters it has.</param>
internal readonly record struct TemplateToken(TokenKind Kind, int Start, string Value, int Length)
{
    private const int MostShown = 10;

    /// <summary>Offset just behind it.</summary>
    public int End => Start + Length;

    /// <summary>As Go shows it in a message.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.Eof => "EOF",
        TokenKind.Error => Value,
        >= TokenKind.Dot => $"<{Value}>",
        _ when Value.Length > MostShown => $"\"{Value[..MostShown].ReplaceLineEndings(@"\n")}\"...",
        _ => $"\"{Value.ReplaceLineEndings(@"\n")}\"",
    };
}
