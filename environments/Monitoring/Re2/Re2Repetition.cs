namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Reads repetitions: <c>*</c>, <c>{2,3}</c>, and their like.</summary>
internal static class Re2Repetition
{
    // Go's own limit.
    private const int MostRepeated = 1000;

    /// <summary>Reads a repetition; null when none comes next.</summary>
    /// <exception cref="Re2Exception">RE2 would refuse its count.</exception>
    public static (int Least, int? Most)? Take(Re2Scanner scanner)
    {
        if (scanner.Take("*"))
        {
            return (0, null);
        }

        if (scanner.Take("+"))
        {
            return (1, null);
        }

        return scanner.Take("?") ? (0, 1) : TakeCount(scanner);
    }

    // What begins with a brace and is no count is plain text.
    private static (int Least, int? Most)? TakeCount(Re2Scanner scanner)
    {
        var start = scanner.At;
        if (!scanner.Take("{") || scanner.TakeNumber() is not { } least)
        {
            scanner.At = start;
            return null;
        }

        int? most = least;
        if (scanner.Take(",") && scanner.Next == '}')
        {
            most = null;
        }
        else if (scanner.Next != '}' && (most = scanner.TakeNumber()) is null)
        {
            scanner.At = start;
            return null;
        }

        if (!scanner.Take("}"))
        {
            scanner.At = start;
            return null;
        }

        return least <= MostRepeated && (most ?? least) <= MostRepeated && (most ?? least) >= least
            ? (least, most)
            : throw new Re2Exception($"the count is above {MostRepeated}, or its first number is above its second", start);
    }
}
