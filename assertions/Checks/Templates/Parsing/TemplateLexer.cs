using System.Collections.Immutable;
using System.Text;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <summary>Cuts a template into tokens, the last of which is the end or an error. Source: Go's <c>text/template/parse/lex.go</c>.</summary>
/// <param name="text">The template.</param>
internal sealed partial class TemplateLexer(string text)
{
    private const string LeftDelim = "{{";
    private const string RightDelim = "}}";
    private const string LeftComment = "/*";
    private const string RightComment = "*/";

    private static readonly ImmutableDictionary<string, TokenKind> Keywords = new Dictionary<string, TokenKind>
    {
        ["."] = TokenKind.Dot,
        ["nil"] = TokenKind.Nil,
        ["block"] = TokenKind.Block,
        ["break"] = TokenKind.Break,
        ["continue"] = TokenKind.Continue,
        ["define"] = TokenKind.Define,
        ["else"] = TokenKind.Else,
        ["end"] = TokenKind.End,
        ["if"] = TokenKind.If,
        ["range"] = TokenKind.Range,
        ["template"] = TokenKind.Template,
        ["with"] = TokenKind.With,
    }.ToImmutableDictionary();

    private readonly List<TemplateToken> _tokens = [];
    private int _at;
    private int _action;
    private int _parentheses;
    private bool _hasFailed;

    /// <summary>Cuts it.</summary>
    public List<TemplateToken> Read()
    {
        while (!_hasFailed && _at < text.Length)
        {
            ReadText();
        }

        if (!_hasFailed)
        {
            Emit(TokenKind.Eof, _at);
        }

        return _tokens;
    }

    // Text up to the next action, and that action.
    private void ReadText()
    {
        var start = _at;
        var action = text.IndexOf(LeftDelim, _at, StringComparison.Ordinal);
        _at = action < 0 ? text.Length : action;
        if (_at > start)
        {
            Emit(TokenKind.Text, start);
        }

        if (action < 0)
        {
            return;
        }

        _action = _at;
        _at += LeftDelim.Length;
        var marker = HasLeftTrimMarker() ? 2 : 0;
        if (Starts(_at + marker, LeftComment))
        {
            ReadComment(_at + marker + LeftComment.Length);
            return;
        }

        Emit(TokenKind.LeftDelim, _action);
        _at += marker;
        _parentheses = 0;
        while (!_hasFailed && _tokens[^1].Kind != TokenKind.RightDelim)
        {
            ReadInAction();
        }
    }

    private void ReadComment(int from)
    {
        var end = text.IndexOf(RightComment, from, StringComparison.Ordinal);
        if (end < 0)
        {
            Fail("unclosed comment", _action, 0);
            return;
        }

        _at = end + RightComment.Length;
        if (RightDelimAt(_at) is not (> 0 and var length))
        {
            Fail("comment ends before closing delimiter", end, RightComment.Length);
            return;
        }

        _at += length;
    }

    private void ReadInAction()
    {
        if (RightDelimAt(_at) is > 0 and var delimiter)
        {
            EndAction(delimiter);
            return;
        }

        if (_at >= text.Length)
        {
            Fail("unclosed action", _action, LeftDelim.Length);
            return;
        }

        switch (text[_at])
        {
            case var c when IsSpace(c):
                ReadSpace();
                break;
            case '=':
                EmitNext(TokenKind.Assign, 1);
                break;
            case ':':
                ReadDeclare();
                break;
            case '|':
                EmitNext(TokenKind.Pipe, 1);
                break;
            case '(' or ')':
                ReadParenthesis(text[_at]);
                break;
            case '"' or '\'' or '`':
                ReadQuoted(text[_at]);
                break;
            case '$':
                ReadFieldOrVariable(TokenKind.Variable);
                break;
            case '.' when _at + 1 >= text.Length || !char.IsAsciiDigit(text[_at + 1]):
                ReadFieldOrVariable(TokenKind.Field);
                break;
            case '.' or '+' or '-' or (>= '0' and <= '9'):
                ReadNumber();
                break;
            default:
                ReadWord();
                break;
        }
    }

    private void EndAction(int length)
    {
        if (_parentheses > 0)
        {
            Fail("unclosed left paren", _at, length);
            return;
        }

        EmitNext(TokenKind.RightDelim, length);
    }

    private void ReadDeclare()
    {
        if (Starts(_at, ":="))
        {
            EmitNext(TokenKind.Declare, 2);
        }
        else
        {
            Fail("expected :=", _at, 1);
        }
    }

    private void ReadParenthesis(char parenthesis)
    {
        _parentheses += parenthesis == '(' ? 1 : -1;
        if (_parentheses < 0)
        {
            Fail("unexpected right paren", _at, 1);
            return;
        }

        EmitNext(parenthesis == '(' ? TokenKind.LeftParen : TokenKind.RightParen, 1);
    }

    // The delimiter's length with its trim marker; 0 where there is none.
    private int RightDelimAt(int at) => at + 1 < text.Length && IsSpace(text[at]) && text[at + 1] == '-' && Starts(at + 2, RightDelim) ? 2 + RightDelim.Length
        : Starts(at, RightDelim) ? RightDelim.Length
        : 0;

    private bool HasLeftTrimMarker() => _at + 1 < text.Length && text[_at] == '-' && IsSpace(text[_at + 1]);

    private bool Starts(int at, string what) => at <= text.Length && text.AsSpan(at).StartsWith(what, StringComparison.Ordinal);

    private Rune RuneAt(int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private bool IsWordAt(int at) => at < text.Length && RuneAt(at) is var rune && (rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsDigit(rune));

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private void EmitNext(TokenKind kind, int length)
    {
        _at += length;
        Emit(kind, _at - length);
    }

    private void Emit(TokenKind kind, int start) => _tokens.Add(new TemplateToken(kind, start, text[start.._at], _at - start));

    private void Fail(string message, int start, int length)
    {
        _tokens.Add(new TemplateToken(TokenKind.Error, start, message, length));
        _hasFailed = true;
    }
}
