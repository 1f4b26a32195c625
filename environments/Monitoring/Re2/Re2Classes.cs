namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>RE2's named character classes.</summary>
internal static class Re2Classes
{
    private static readonly RuneSet Digit = RuneSet.Of(('0', '9'));
    private static readonly RuneSet Word = RuneSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));
    private static readonly RuneSet Space = RuneSet.Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    /// <summary>The class of <c>\d</c>, <c>\S</c> and their like, which know ASCII only; null for another letter.</summary>
    public static RuneSet? Perl(char letter) => letter switch
    {
        'd' => Digit,
        'D' => Digit.Complement(),
        's' => Space,
        'S' => Space.Complement(),
        'w' => Word,
        'W' => Word.Complement(),
        _ => null,
    };

    /// <summary>The class of <c>[:alpha:]</c> and its like; null for another name.</summary>
    /// <param name="name">E.g. <c>alpha</c>, or <c>^alpha</c> for all else.</param>
    public static RuneSet? Posix(string name)
    {
        if (name.StartsWith('^'))
        {
            return Posix(name[1..])?.Complement();
        }

        return name switch
        {
            "alnum" => RuneSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
            "alpha" => RuneSet.Of(('A', 'Z'), ('a', 'z')),
            "ascii" => RuneSet.Of((0, 0x7F)),
            "blank" => RuneSet.Of(('\t', '\t'), (' ', ' ')),
            "cntrl" => RuneSet.Of((0, 0x1F), (0x7F, 0x7F)),
            "digit" => Digit,
            "graph" => RuneSet.Of(('!', '~')),
            "lower" => RuneSet.Of(('a', 'z')),
            "print" => RuneSet.Of((' ', '~')),
            "punct" => RuneSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
            "space" => RuneSet.Of(('\t', '\r'), (' ', ' ')),
            "upper" => RuneSet.Of(('A', 'Z')),
            "word" => Word,
            "xdigit" => RuneSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            _ => null,
        };
    }
}
