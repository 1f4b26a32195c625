namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Reads character classes: <c>[a-z]</c>, <c>\d</c>, <c>\pL</c>.</summary>
internal static class Re2ClassParser
{
    /// <summary>Reads a class in brackets.</summary>
    /// <exception cref="Re2Exception">RE2 would refuse it.</exception>
    public static RuneSet Parse(Re2Scanner scanner, Re2Flags flags)
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

            ranges.AddRange((TakePosix(scanner, flags) ?? TakeNamed(scanner, flags) ?? TakeRange(scanner, flags)).Ranges);
        }

        scanner.At++;
        var set = RuneSet.Of(ranges);
        return isNegated ? set.Complement() : set;
    }

    /// <summary>Reads <c>\d</c>, <c>\pL</c> and their like; null when none comes next.</summary>
    /// <exception cref="Re2Exception">There is no class of that name.</exception>
    public static RuneSet? TakeNamed(Re2Scanner scanner, Re2Flags flags)
    {
        var start = scanner.At;
        if (scanner.Take("\\p") || scanner.Take("\\P"))
        {
            scanner.At = start;
            return Fold(TakeUnicode(scanner), flags);
        }

        if (!scanner.Take("\\"))
        {
            return null;
        }

        var set = Re2Classes.Perl(scanner.Next);
        scanner.At = set is null ? start : scanner.At + 1;
        return set;
    }

    private static RuneSet TakeUnicode(Re2Scanner scanner)
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
            _ => RuneSet.OfCategory(name),
        };
        return set is null
            ? throw new Re2Exception($"'{name}' is no Unicode category known here, such as L, Lu or Nd; of scripts, such as Greek, RE2 knows more", start)
            : isNegated ? set.Complement() : set;
    }

    private static RuneSet? TakePosix(Re2Scanner scanner, Re2Flags flags)
    {
        var start = scanner.At;
        if (!scanner.Take("[:") || scanner.TakeUntil(":]") is not { } name)
        {
            scanner.At = start;
            return null;
        }

        return Re2Classes.Posix(name) is { } set ? Fold(set, flags) : throw new Re2Exception($"there is no class '[:{name}:]'", start);
    }

    private static RuneSet TakeRange(Re2Scanner scanner, Re2Flags flags)
    {
        var start = scanner.At;
        var first = TakeMember(scanner);
        var last = first;
        if (scanner.Sees("-") && !scanner.Sees("-]"))
        {
            scanner.At++;
            last = scanner.IsAtEnd ? throw new Re2Exception("'[' is not closed", start) : TakeMember(scanner);
        }

        return first <= last ? Fold(RuneSet.Of((first, last)), flags) : throw new Re2Exception("the range's end is before its begin", start);
    }

    private static int TakeMember(Re2Scanner scanner) => scanner.Take("\\") ? scanner.TakeEscaped() : scanner.TakeRune();

    private static RuneSet Fold(RuneSet set, Re2Flags flags) => flags.HasFlag(Re2Flags.IgnoreCase) ? set.Folded() : set;
}
