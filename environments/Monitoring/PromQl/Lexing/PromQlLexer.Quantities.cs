namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <content>Numbers and durations.</content>
internal sealed partial class PromQlLexer
{
    private const string DecimalDigits = "0123456789";
    private const string HexadecimalDigits = "0123456789abcdefABCDEF";

    // What seems a number and is none, such as 5m, goes on as a duration.
    private PromQlToken TakeQuantity()
    {
        awaitsDuration = false;
        if (TryTakeNumber())
        {
            return Token(PromQlTokenKind.Number);
        }

        if (TryTakeUnits())
        {
            return Token(PromQlTokenKind.Duration);
        }

        throw Error($"{PromQlString.Quote(expression[start..at])} is neither a number nor a duration");
    }

    private bool TryTakeNumber()
    {
        var digits = DecimalDigits;
        if (Accept("0") && Accept("xX"))
        {
            Accept("_");
            digits = HexadecimalDigits;
        }

        Accept(".");
        Accept(digits);
        return TryTakeDigits(digits) && !IsAlphaNumeric(Current);
    }

    // In a hexadecimal number an e is taken for an exponent where a part starts, and for a digit inside one: so does Prometheus.
    private bool TryTakeDigits(string digits)
    {
        var (sawDot, sawExponent) = (false, false);
        while (Is(digits) || Is("._eE"))
        {
            if ((sawDot && Accept(".")) || (sawExponent && Accept("eE")))
            {
                return false;
            }

            if (Accept("."))
            {
                sawDot = true;
                if (Accept("_.") || digits == HexadecimalDigits)
                {
                    return false;
                }
            }
            else if (Accept("eE"))
            {
                sawExponent = true;
                Accept("+-");
                if (Accept("._eE") || IsAtEnd)
                {
                    return false;
                }
            }
            else if (Accept("_"))
            {
                if (Accept("._eE") || IsAtEnd)
                {
                    return false;
                }
            }
            else
            {
                AcceptAll(digits);
            }
        }

        return true;
    }

    private bool TryTakeUnits()
    {
        if (!Accept("smhdwy"))
        {
            return false;
        }

        Accept("s");
        while (Accept(DecimalDigits))
        {
            AcceptAll(DecimalDigits);
            if (!Accept("smhdw"))
            {
                return false;
            }

            Accept("s");
        }

        return !IsAlphaNumeric(Current);
    }

    private bool Is(string set) => !IsAtEnd && set.Contains(Current);

    private bool Accept(string set)
    {
        var fits = Is(set);
        at += fits ? 1 : 0;
        return fits;
    }

    private void AcceptAll(string set)
    {
        while (Accept(set))
        {
        }
    }
}
