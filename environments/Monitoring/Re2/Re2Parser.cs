using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>
/// Reads an expression in the syntax of Go's <c>regexp</c>, which Prometheus and Alertmanager use.
/// Source: the syntax page of the RE2 project, and Go's <c>regexp/syntax</c> where it differs.
/// </summary>
internal sealed class Re2Parser
{
    // Go's own limit.
    private const int MostNested = 1000;

    private readonly Re2Scanner _scanner;
    private readonly HashSet<string> _names = [];
    private Re2Flags _flags;
    private int _depth;

    private Re2Parser(string text, Re2Flags flags) => (_scanner, _flags) = (new Re2Scanner(text), flags);

    /// <summary>Reads an expression.</summary>
    /// <exception cref="Re2Exception">RE2 would refuse it.</exception>
    public static Re2Node Parse(string text, Re2Flags flags)
    {
        var parser = new Re2Parser(text, flags);
        var node = parser.ParseChoice();
        return parser._scanner.IsAtEnd ? node : throw new Re2Exception("')' closes nothing", parser._scanner.At);
    }

    /// <summary>Reads an expression; null where RE2 would refuse it.</summary>
    public static Re2Node? TryParse(string text, Re2Flags flags)
    {
        try
        {
            return Parse(text, flags);
        }
        catch (Re2Exception)
        {
            return null;
        }
    }

    private Re2Node ParseChoice()
    {
        var choices = ImmutableArray.CreateBuilder<Re2Node>();
        do
        {
            choices.Add(ParseSequence());
        }
        while (_scanner.Take("|"));

        return choices.Count == 1 ? choices[0] : new Re2Choice(choices.ToImmutable());
    }

    private Re2Sequence ParseSequence()
    {
        var nodes = new List<Re2Node>();
        var isRepeated = false;
        while (!_scanner.IsAtEnd && _scanner.Next is not ('|' or ')'))
        {
            var at = _scanner.At;
            if (Re2Repetition.Take(_scanner) is not var (least, most))
            {
                isRepeated = false;
                ParseOne(nodes);
                continue;
            }

            if (isRepeated || nodes.Count == 0)
            {
                throw new Re2Exception(isRepeated ? "a repetition is repeated" : "there is nothing to repeat", at);
            }

            nodes[^1] = new Re2Repeat(nodes[^1], least, most);
            isRepeated = true;
            Re2Repetition.RefuseTooMany(nodes[^1], at);
            _scanner.Take("?");
        }

        return new Re2Sequence([.. nodes]);
    }

    private void ParseOne(List<Re2Node> nodes)
    {
        switch (_scanner.Next)
        {
            case '(':
                ParseGroup(nodes);
                break;
            case '[':
                nodes.Add(new Re2Character(Re2ClassParser.Parse(_scanner, _flags)));
                break;
            case '.':
                _scanner.At++;
                nodes.Add(new Re2Character(_flags.HasFlag(Re2Flags.DotAll) ? RuneSet.All : RuneSet.Of(('\n', '\n')).Complement()));
                break;
            case '^':
                _scanner.At++;
                nodes.Add(new Re2Assertion(_flags.HasFlag(Re2Flags.Lines) ? Re2AssertionKind.LineBegin : Re2AssertionKind.TextBegin));
                break;
            case '$':
                _scanner.At++;
                nodes.Add(new Re2Assertion(_flags.HasFlag(Re2Flags.Lines) ? Re2AssertionKind.LineEnd : Re2AssertionKind.TextEnd));
                break;
            case '\\':
                ParseEscape(nodes);
                break;
            default:
                nodes.Add(Literal(_scanner.TakeRune()));
                break;
        }
    }

    private void ParseEscape(List<Re2Node> nodes)
    {
        if (_scanner.Take("\\Q"))
        {
            while (!_scanner.IsAtEnd && !_scanner.Take("\\E"))
            {
                nodes.Add(Literal(_scanner.TakeRune()));
            }
        }
        else if (TakeAssertion() is { } assertion)
        {
            nodes.Add(new Re2Assertion(assertion));
        }
        else if (Re2ClassParser.TakeNamed(_scanner, _flags) is { } set)
        {
            nodes.Add(new Re2Character(set));
        }
        else
        {
            _scanner.At++;
            nodes.Add(Literal(_scanner.TakeEscaped()));
        }
    }

    private Re2AssertionKind? TakeAssertion() =>
        _scanner.Take("\\A") ? Re2AssertionKind.TextBegin
        : _scanner.Take("\\z") ? Re2AssertionKind.TextEnd
        : _scanner.Take("\\b") ? Re2AssertionKind.WordBoundary
        : _scanner.Take("\\B") ? Re2AssertionKind.NoWordBoundary
        : null;

    private Re2Character Literal(int rune)
    {
        var set = RuneSet.Of((rune, rune));
        return new Re2Character(_flags.HasFlag(Re2Flags.IgnoreCase) ? set.Folded() : set);
    }

    private void ParseGroup(List<Re2Node> nodes)
    {
        var start = _scanner.At;
        if (++_depth > MostNested)
        {
            throw new Re2Exception($"groups nest more than {MostNested} deep", start);
        }

        _scanner.At++;
        var outer = _flags;
        if (_scanner.Take("?") && !TakeName(start) && !TakeFlags(start))
        {
            _depth--;
            return;
        }

        var node = ParseChoice();
        if (!_scanner.Take(")"))
        {
            throw new Re2Exception("'(' is not closed", start);
        }

        _depth--;
        _flags = outer;
        nodes.Add(node);
    }

    private bool TakeName(int start)
    {
        if (!_scanner.Take("P<") && !_scanner.Take("<"))
        {
            return false;
        }

        return _scanner.TakeUntil(">") is { Length: > 0 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && _names.Add(name)
            ? true
            : throw new Re2Exception("a group's name is missing, not made of letters, digits and '_', or taken", start);
    }

    // True when a group follows, false when the flags hold for the rest of the group around them.
    private bool TakeFlags(int start)
    {
        var isOff = false;
        for (var count = 0; ; count++)
        {
            var flag = _scanner.Next switch
            {
                'i' => Re2Flags.IgnoreCase,
                'm' => Re2Flags.Lines,
                's' => Re2Flags.DotAll,
                'U' => Re2Flags.None,
                '-' when !isOff => Re2Flags.None,
                ':' or ')' when !(isOff && _scanner.Sees("-")) => Re2Flags.None,
                _ => throw new Re2Exception("'(?' is followed by no group that RE2 knows; it has no look-around", start),
            };
            var c = _scanner.Next;
            _scanner.At++;
            if (c is ':' or ')')
            {
                return c == ':';
            }

            isOff |= c == '-';
            _flags = isOff ? _flags & ~flag : _flags | flag;
        }
    }
}
