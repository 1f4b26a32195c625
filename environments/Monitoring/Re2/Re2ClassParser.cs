namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Reads character classes: <c>[a-z]</c>, <c>\d</c>, <c>\pL</c>.</summary>
/// <param name="scanner">The expression.</param>
internal sealed class Re2ClassParser(Re2Scanner scanner)
{
    /// <summary>The first class of a script that was read, such as <c>\p{Greek}</c>; null for none. Which characters it has is not known here: it is read as one without any.</summary>
    public Re2Script? Script { get; private set; }

    /// <summary>Reads a class in brackets.</summary>
    /// <exception cref="Re2Exception">RE2 would refuse it.</exception>
    public RuneSet Parse(Re2Flags flags)
    {
        var start = scanner.At;
        scanner.At++;
        var isNegated = scanner.Take("^");
        var ranges = new List<(int First, int Last)>();
        for (var isFirst = true; isFirst || scanner.Next != ']'; isFirst = false)
        {
            if (scanner.IsAtEnd)
            {
                throw new Re2Exception("'[' is not closed", start);
            }

            ranges.AddRange((TakePosix(flags) ?? TakeNamed(flags) ?? TakeRange(flags)).Ranges);
        }

        scanner.At++;
        var set = RuneSet.Of(ranges);
        return isNegated ? set.Complement() : set;
    }

    /// <summary>Reads <c>\d</c>, <c>\pL</c> and their like; null when none comes next.</summary>
    /// <exception cref="Re2Exception">There is no class of that name.</exception>
    public RuneSet? TakeNamed(Re2Flags flags)
    {
        var start = scanner.At;
        if (scanner.Take("\\p") || scanner.Take("\\P"))
        {
            scanner.At = start;
            return Fold(TakeUnicode(), flags);
        }

        if (!scanner.Take("\\"))
        {
            return null;
        }

        var set = Re2Classes.Perl(scanner.Next);
        scanner.At = set is null ? start : scanner.At + 1;
        return set;
    }

    private RuneSet TakeUnicode()
    {
        var start = scanner.At;
        var isNegated = scanner.Take("\\P");
        scanner.At = start + 2;
        var name = scanner.Take("{") ? scanner.TakeUntil("}") : scanner.IsAtEnd ? null : char.ConvertFromUtf32(scanner.TakeRune());
        if (name is ['^', ..])
        {
            (isNegated, name) = (!isNegated, name[1..]);
        }

        var set = name switch
        {
            null or "" => null,
            "Any" => RuneSet.All,
            _ => RuneSet.OfCategory(name) ?? OfScript(name, start),
        };
        return set is null
            ? throw new Re2Exception($"'{name}' is neither a Unicode category, such as L, Lu or Nd, nor a script, such as Greek", start)
            : isNegated ? set.Complement() : set;
    }

    private RuneSet? OfScript(string name, int start)
    {
        if (!UnicodeClasses.Has(name))
        {
            return null;
        }

        Script ??= new Re2Script(name, start);
        return RuneSet.Of();
    }

    private RuneSet? TakePosix(Re2Flags flags)
    {
        var start = scanner.At;
        if (!scanner.Take("[:") || scanner.TakeUntil(":]") is not { } name)
        {
            scanner.At = start;
            return null;
        }

        return Re2Classes.Posix(name) is { } set ? Fold(set, flags) : throw new Re2Exception($"there is no class '[:{name}:]'", start);
    }

    private RuneSet TakeRange(Re2Flags flags)
    {
        var start = scanner.At;
        var first = TakeMember();
        var last = first;
        if (scanner.Sees("-") && !scanner.Sees("-]"))
        {
            scanner.At++;
            last = scanner.IsAtEnd ? throw new Re2Exception("'[' is not closed", start) : TakeMember();
        }

        return first <= last ? Fold(RuneSet.Of((first, last)), flags) : throw new Re2Exception("the range's end is before its begin", start);
    }

    private int TakeMember() => scanner.Take("\\") ? scanner.TakeEscaped() : scanner.TakeRune();

    private static RuneSet Fold(RuneSet set, Re2Flags flags) => flags.HasFlag(Re2Flags.IgnoreCase) ? set.Folded() : set;
}
