namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Reads the flags behind <c>(?</c>.</summary>
internal static class Re2FlagParser
{
    /// <summary>Reads them.</summary>
    /// <param name="scanner">The expression, behind <c>(?</c>.</param>
    /// <param name="start">Where the group begins.</param>
    /// <param name="flags">What holds, and is changed.</param>
    /// <returns>True when a group follows, false when the flags hold for the rest of the group around them.</returns>
    /// <exception cref="Re2Exception">RE2 knows no such group.</exception>
    public static bool Take(Re2Scanner scanner, int start, ref Re2Flags flags)
    {
        var (isOff, sawFlag) = (false, false);
        while (!scanner.IsAtEnd)
        {
            var c = scanner.Next;
            scanner.At++;
            if (FlagOf(c) is { } flag)
            {
                flags = isOff ? flags & ~flag : flags | flag;
                sawFlag = true;
            }
            else if (c == '-' && !isOff)
            {
                (isOff, sawFlag) = (true, false);
            }
            else if (c is ':' or ')' && (!isOff || sawFlag))
            {
                return c == ':';
            }
            else
            {
                break;
            }
        }

        throw new Re2Exception("'(?' is followed by no group that RE2 knows; it has no look-around", start);
    }

    private static Re2Flags? FlagOf(char letter) => letter switch
    {
        'i' => Re2Flags.IgnoreCase,
        'm' => Re2Flags.Lines,
        's' => Re2Flags.DotAll,
        'U' => Re2Flags.None,
        _ => null,
    };
}
