using System.Buffers;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>Reads a regular expression of Go once, from left to right; open groups are on a stack of its own, so that nesting costs no frames.</summary>
/// <param name="pattern">The expression.</param>
internal sealed partial class RegexReader(string pattern)
{
    // Go's regexp/syntax has the same bound.
    private const int MostLevels = 1000;
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private readonly Stack<RegexGroup> groups = new([new RegexGroup()]);
    private int at;
    private bool repeated;

    private bool IsAtEnd => at >= pattern.Length;

    private char Current => IsAtEnd ? '\0' : pattern[at];

    /// <summary>Reads it all and tells whether it fits an empty value.</summary>
    /// <exception cref="FormatException">Go refuses it; the message says why.</exception>
    public bool MatchesEmpty()
    {
        while (!IsAtEnd)
        {
            var repeats = TryTakeRepetition();
            if (!repeats)
            {
                TakePart();
            }

            repeated = repeats;
        }

        return groups.Count == 1 ? groups.Peek().Close().MatchesEmpty : throw new FormatException("a parenthesis is never closed");
    }

    private void TakePart()
    {
        switch (Current)
        {
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '|':
                groups.Peek().Alternate();
                at++;
                break;
            case '^' or '$':
                Push(matchesEmpty: true);
                at++;
                break;
            case '[':
                TakeClass();
                Push(matchesEmpty: false);
                break;
            case '\\':
                TakeEscape();
                break;
            default:
                Push(matchesEmpty: false);
                at++;
                break;
        }
    }

    private void Push(bool matchesEmpty) => groups.Peek().Push(new RegexOperand(matchesEmpty, 1));

    private void Close()
    {
        var closed = groups.Pop().Close();
        if (groups.Count == 0)
        {
            throw new FormatException("a parenthesis was never opened");
        }

        groups.Peek().Push(closed);
        at++;
    }

    private void Open()
    {
        var body = at + 1;
        if (body < pattern.Length && pattern[body] == '?')
        {
            at = body + 1;
            if (!TakeGroupHead())
            {
                return;
            }
        }
        else
        {
            at = body;
        }

        groups.Push(new RegexGroup());
        if (groups.Count > MostLevels)
        {
            throw new FormatException("it nests too deeply");
        }
    }

    // Behind "(?": false when it only sets flags.
    private bool TakeGroupHead()
    {
        var rest = pattern.AsSpan(at);
        if (rest.StartsWith("<") || (rest.StartsWith("P<") && rest.Length > 2))
        {
            var name = rest[(rest.IndexOf('<') + 1)..];
            var end = name.IndexOf('>');
            if (end <= 0 || name[..end].ContainsAnyExcept(NameCharacters))
            {
                throw new FormatException("a group's name is letters, digits and _, closed by >");
            }

            at = pattern.Length - name.Length + end + 1;
            return true;
        }

        return TakeFlags();
    }

    private bool TakeFlags()
    {
        var (negated, sawFlag) = (false, false);
        while (!IsAtEnd)
        {
            var c = pattern[at++];
            if (c is 'i' or 'm' or 's' or 'U')
            {
                sawFlag = true;
            }
            else if (c == '-' && !negated)
            {
                (negated, sawFlag) = (true, false);
            }
            else if (c is ':' or ')' && (!negated || sawFlag))
            {
                return c == ':';
            }
            else
            {
                break;
            }
        }

        throw new FormatException("behind (? stand flags or a name only; look-around is not supported");
    }
}
