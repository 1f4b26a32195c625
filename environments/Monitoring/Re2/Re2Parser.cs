namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>
/// Reads an expression in the syntax of Go's <c>regexp</c>, which Prometheus and Alertmanager use, once and from left to right; open groups are on
/// a stack of its own, so that nesting costs no frames. Source: the syntax page of the RE2 project, and Go's <c>regexp/syntax</c> where it differs.
/// </summary>
internal sealed class Re2Parser
{
    /// <summary>How deep groups may nest: Go's own limit, the whole being the first level.</summary>
    public const int MostNested = 1000;

    private readonly Re2Scanner _scanner;
    private readonly Re2ClassParser _classes;
    private readonly Stack<Re2Group> _open;
    private readonly int _mostNested;
    private Re2Flags _flags;

    private Re2Parser(string text, Re2Flags flags, int mostNested)
    {
        (_flags, _mostNested) = (flags, mostNested);
        _scanner = new Re2Scanner(text);
        _classes = new Re2ClassParser(_scanner);
        _open = new Stack<Re2Group>([new Re2Group(0, flags)]);
    }

    private Re2Group Group => _open.Peek();

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="flags">The flags that hold at its begin.</param>
    /// <param name="mostNested">How deep groups may nest.</param>
    /// <returns>The expression; its classes of scripts hold no character, see <see cref="Re2Expression.Script"/>.</returns>
    /// <exception cref="Re2Exception">RE2 would refuse it.</exception>
    public static Re2Expression Parse(string text, Re2Flags flags, int mostNested = MostNested) => new Re2Parser(text, flags, mostNested).Parse();

    /// <summary>Reads an expression; null where RE2 would refuse it.</summary>
    public static Re2Expression? TryParse(string text, Re2Flags flags)
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

    private Re2Expression Parse()
    {
        for (var isRepeated = false; !_scanner.IsAtEnd;)
        {
            var at = _scanner.At;
            if (Re2Repetition.Take(_scanner) is not var (least, most))
            {
                isRepeated = false;
                TakePart();
                continue;
            }

            _scanner.Take("?");
            Group.Repeat(least, most, isRepeated ? throw new Re2Exception("a repetition is repeated", at) : at);
            isRepeated = true;
        }

        return _open.Count == 1 ? new Re2Expression(Group.Close(), _classes.Script) : throw new Re2Exception("'(' is not closed", Group.Start);
    }

    private void TakePart()
    {
        switch (_scanner.Next)
        {
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '|':
                _scanner.At++;
                Group.Alternate();
                break;
            case '[':
                Group.Add(new Re2Character(_classes.Parse(_flags)));
                break;
            case '.':
                _scanner.At++;
                Group.Add(new Re2Character(_flags.HasFlag(Re2Flags.DotAll) ? RuneSet.All : RuneSet.Of(('\n', '\n')).Complement()));
                break;
            case '^':
                _scanner.At++;
                Group.Add(new Re2Assertion(_flags.HasFlag(Re2Flags.Lines) ? Re2AssertionKind.LineBegin : Re2AssertionKind.TextBegin));
                break;
            case '$':
                _scanner.At++;
                Group.Add(new Re2Assertion(_flags.HasFlag(Re2Flags.Lines) ? Re2AssertionKind.LineEnd : Re2AssertionKind.TextEnd));
                break;
            case '\\':
                TakeEscape();
                break;
            default:
                Group.Add(Literal(_scanner.TakeRune()));
                break;
        }
    }

    private void TakeEscape()
    {
        if (_scanner.Take("\\Q"))
        {
            while (!_scanner.IsAtEnd && !_scanner.Take("\\E"))
            {
                Group.Add(Literal(_scanner.TakeRune()));
            }
        }
        else if (TakeAssertion() is { } assertion)
        {
            Group.Add(new Re2Assertion(assertion));
        }
        else if (_classes.TakeNamed(_flags) is { } set)
        {
            Group.Add(new Re2Character(set));
        }
        else
        {
            _scanner.At++;
            Group.Add(Literal(_scanner.TakeEscaped()));
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

    private void Open()
    {
        var start = _scanner.At;
        var outer = _flags;
        _scanner.At++;
        if (_scanner.Take("?") && !TakeName(start) && !Re2FlagParser.Take(_scanner, start, ref _flags))
        {
            return;
        }

        _open.Push(new Re2Group(start, outer));
        if (_open.Count > _mostNested + 1)
        {
            throw new Re2Exception($"groups nest more than {MostNested} deep", start);
        }
    }

    private void Close()
    {
        if (_open.Count == 1)
        {
            throw new Re2Exception("')' closes nothing", _scanner.At);
        }

        var closed = _open.Pop();
        _scanner.At++;
        _flags = closed.Flags;
        Group.Add(closed.Close());
    }

    // Two groups may have one name. Source: the documentation of SubexpIndex in Go's regexp.
    private bool TakeName(int start)
    {
        if (!_scanner.Take("P<") && !_scanner.Take("<"))
        {
            return false;
        }

        return _scanner.TakeUntil(">") is { Length: > 0 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? true
            : throw new Re2Exception("a group's name is missing, or not made of letters, digits and '_'", start);
    }
}

/// <summary>An expression that was read.</summary>
/// <param name="Root">The whole of it.</param>
/// <param name="Script">The first class of a script, such as <c>\p{Greek}</c>, whose characters are not known here; null for none.</param>
internal sealed record Re2Expression(Re2Node Root, Re2Script? Script);

/// <summary>A class of a script.</summary>
/// <param name="Name">The script.</param>
/// <param name="Offset">Where it stands in the expression, from 0.</param>
internal sealed record Re2Script(string Name, int Offset);
