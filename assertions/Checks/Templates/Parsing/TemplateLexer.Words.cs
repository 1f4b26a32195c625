using System.Text;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <content>What stands in an action.</content>
internal sealed partial class TemplateLexer
{
    // A space before a trim marker belongs to the closing delimiter.
    private void ReadSpace()
    {
        var start = _at;
        while (_at < text.Length && IsSpace(text[_at]) && RightDelimAt(_at) <= RightDelim.Length)
        {
            _at++;
        }

        if (_at > start)
        {
            Emit(TokenKind.Space, start);
        }
    }

    private void ReadQuoted(char quote)
    {
        var (what, kind) = quote switch
        {
            '"' => ("quoted string", TokenKind.String),
            '`' => ("raw quoted string", TokenKind.RawString),
            _ => ("character constant", TokenKind.CharConstant),
        };
        for (var at = _at + 1; at < text.Length && (quote == '`' || text[at] != '\n'); at++)
        {
            if (text[at] == quote)
            {
                EmitNext(kind, at + 1 - _at);
                return;
            }

            if (quote != '`' && text[at] == '\\')
            {
                at++;
                if (at < text.Length && text[at] == '\n')
                {
                    break;
                }
            }
        }

        Fail($"unterminated {what}", _at, 0);
    }

    private void ReadFieldOrVariable(TokenKind kind)
    {
        var start = _at++;
        if (IsTerminator(_at))
        {
            Emit(kind == TokenKind.Field ? TokenKind.Dot : kind, start);
            return;
        }

        EndWord(start, kind);
    }

    private void ReadWord()
    {
        var start = _at;
        if (!IsWordAt(_at))
        {
            ReadOther(RuneAt(_at));
            return;
        }

        SkipWord();
        var word = text[start.._at];
        EndWord(start, Keywords.TryGetValue(word, out var keyword) ? keyword : word is "true" or "false" ? TokenKind.Bool : TokenKind.Identifier);
    }

    private void EndWord(int start, TokenKind kind)
    {
        SkipWord();
        if (!IsTerminator(_at))
        {
            Fail($"bad character {Show(RuneAt(_at))}", _at, RuneAt(_at).Utf16SequenceLength);
            return;
        }

        Emit(kind, start);
    }

    private void SkipWord()
    {
        while (IsWordAt(_at))
        {
            _at += RuneAt(_at).Utf16SequenceLength;
        }
    }

    private void ReadOther(Rune rune)
    {
        if (rune.Value is > ' ' and < 0x7f)
        {
            EmitNext(TokenKind.Char, 1);
        }
        else
        {
            Fail($"unrecognized character in action: {Show(rune)}", _at, rune.Utf16SequenceLength);
        }
    }

    private bool IsTerminator(int at) => at >= text.Length || IsSpace(text[at]) || text[at] is '.' or ',' or '|' or ':' or ')' or '(' || Starts(at, RightDelim);

    private void ReadNumber()
    {
        var start = _at;
        var isNumber = SkipNumber();
        if (isNumber && _at < text.Length && text[_at] is '+' or '-')
        {
            isNumber = SkipNumber() && text[_at - 1] == 'i';
        }

        if (!isNumber)
        {
            Fail($"bad number syntax: \"{text[start..Math.Min(_at + 1, text.Length)]}\"", start, _at - start);
            return;
        }

        Emit(TokenKind.Number, start);
    }

    private bool SkipNumber()
    {
        Accept("+-");
        var digits = "0123456789_";
        if (Accept("0"))
        {
            digits = Accept("xX") ? "0123456789abcdefABCDEF_" : Accept("oO") ? "01234567_" : Accept("bB") ? "01_" : digits;
        }

        SkipDigits(digits);
        if (Accept("."))
        {
            SkipDigits(digits);
        }

        if ((digits.Length == 11 && Accept("eE")) || (digits.Length == 23 && Accept("pP")))
        {
            Accept("+-");
            SkipDigits("0123456789_");
        }

        Accept("i");
        return !IsWordAt(_at);
    }

    private bool Accept(string any)
    {
        var isAny = _at < text.Length && any.Contains(text[_at]);
        _at += isAny ? 1 : 0;
        return isAny;
    }

    private void SkipDigits(string digits)
    {
        while (Accept(digits))
        {
        }
    }

    private static string Show(Rune rune) => FormattableString.Invariant($"U+{rune.Value:X4} '{rune}'");
}
