namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>A place in an expression that moves on over whole tokens.</summary>
internal ref struct PromQlCursor(string expression)
{
    private const string DurationUnits = "ywdhms";

    /// <summary>Offset of the next character.</summary>
    public int At { get; private set; }

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Current => Peek(0);

    /// <summary>The one behind it; NUL at the end.</summary>
    public readonly char Next => Peek(1);

    /// <summary>Text from an offset to here.</summary>
    public readonly ReadOnlySpan<char> From(int start) => expression.AsSpan(start, At - start);

    /// <summary>Moves over whitespace; false at the end.</summary>
    public bool SkipWhitespace()
    {
        TakeWhile(char.IsWhiteSpace);
        return At < expression.Length;
    }

    /// <summary>Moves over characters as long as they fit.</summary>
    public void TakeWhile(Func<char, bool> fits)
    {
        while (At < expression.Length && fits(expression[At]))
        {
            At++;
        }
    }

    /// <summary>Moves over a number of characters.</summary>
    public PromQlTokenKind Take(int length, PromQlTokenKind kind)
    {
        At += length;
        return kind;
    }

    /// <summary>Moves to the end of the line.</summary>
    public PromQlTokenKind TakeComment()
    {
        TakeWhile(c => c is not ('\n' or '\r'));
        return PromQlTokenKind.Comment;
    }

    /// <summary>Moves over a string. One in backquotes is raw and may span lines; the others escape with a backslash and may not.</summary>
    public PromQlTokenKind TakeText()
    {
        var quote = Current;
        for (At++; At < expression.Length; At++)
        {
            if (Current == quote)
            {
                At++;
                return PromQlTokenKind.Text;
            }

            if (quote != '`' && Current == '\n')
            {
                return PromQlTokenKind.Invalid;
            }

            if (quote != '`' && Current == '\\' && At + 1 < expression.Length && Next != '\n')
            {
                At++;
            }
        }

        return PromQlTokenKind.Invalid;
    }

    /// <summary>Moves over a number or a duration; with letters glued to it, it is neither.</summary>
    public PromQlTokenKind TakeNumberOrDuration()
    {
        var kind = TryTakeDuration() ? PromQlTokenKind.Duration : TakeNumber();
        if (!char.IsAsciiLetterOrDigit(Current) && Current != '_')
        {
            return kind;
        }

        TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return PromQlTokenKind.Invalid;
    }

    private bool TryTakeDuration()
    {
        var start = At;
        while (char.IsAsciiDigit(Current))
        {
            TakeWhile(char.IsAsciiDigit);
            var unit = Current == 'm' && Next == 's' ? 2 : DurationUnits.Contains(Current) ? 1 : 0;
            if (unit == 0)
            {
                At = start;
                return false;
            }

            At += unit;
        }

        return At > start;
    }

    private PromQlTokenKind TakeNumber()
    {
        if (Current == '0' && Next is 'x' or 'X')
        {
            At += 2;
            TakeWhile(char.IsAsciiHexDigit);
            return PromQlTokenKind.Number;
        }

        TakeWhile(c => char.IsAsciiDigit(c) || c == '.');
        var sign = Next is '+' or '-' ? 1 : 0;
        if (Current is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            At += 1 + sign;
            TakeWhile(char.IsAsciiDigit);
        }

        return PromQlTokenKind.Number;
    }

    private readonly char Peek(int ahead) => At + ahead < expression.Length ? expression[At + ahead] : '\0';
}
