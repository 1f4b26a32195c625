using System.Globalization;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <content>Repetitions: <c>*</c>, <c>+</c>, <c>?</c> and <c>{n,m}</c>.</content>
internal sealed partial class RegexReader
{
    // Go's regexp/syntax: most repetitions, those inside one another multiplied.
    private const int MostRepetitions = 1000;

    private bool TryTakeRepetition()
    {
        var (start, fewest, most) = (at, 0, -1);
        switch (Current)
        {
            case '*':
                at++;
                break;
            case '+':
                (fewest, at) = (1, at + 1);
                break;
            case '?':
                (most, at) = (1, at + 1);
                break;
            case '{' when TryTakeCounts(out fewest, out most):
                break;
            default:
                return false;
        }

        at += Current == '?' ? 1 : 0;
        if (repeated)
        {
            throw new FormatException($"{pattern[start..at]} repeats a repetition");
        }

        var operand = groups.Peek().Last ?? throw new FormatException($"{pattern[start..at]} has nothing to repeat");
        var repeats = pattern[start] != '{' || most == 0 ? 1 : Math.Max(1, most < 0 ? fewest : most);
        var product = most == 0 ? 1 : operand.Repetitions * repeats;
        if (product > MostRepetitions && (fewest >= 2 || most >= 2))
        {
            throw new FormatException($"more than {MostRepetitions} repetitions");
        }

        groups.Peek().Last = new RegexOperand(fewest == 0 || operand.MatchesEmpty, product);
        return true;
    }

    // {n}, {n,} and {n,m}; anything else behind a brace makes it a literal.
    private bool TryTakeCounts(out int fewest, out int most)
    {
        var end = at + 1;
        most = -1;
        var isCount = TryTakeCount(ref end, out fewest);
        if (isCount && end < pattern.Length && pattern[end] == ',')
        {
            end++;
            isCount = (end < pattern.Length && pattern[end] == '}') || TryTakeCount(ref end, out most);
        }
        else
        {
            most = fewest;
        }

        if (!isCount || end >= pattern.Length || pattern[end] != '}')
        {
            return false;
        }

        at = end + 1;
        return fewest <= MostRepetitions && most <= MostRepetitions && (most < 0 || fewest <= most)
            ? true
            : throw new FormatException($"a repetition is at most {MostRepetitions}, the smaller number first");
    }

    private bool TryTakeCount(ref int end, out int count)
    {
        var start = end;
        while (end < pattern.Length && char.IsAsciiDigit(pattern[end]))
        {
            end++;
        }

        var digits = pattern.AsSpan(start, end - start);
        var isCount = digits.Length > 0 && (digits.Length == 1 || digits[0] != '0');
        count = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
        return isCount;
    }
}
