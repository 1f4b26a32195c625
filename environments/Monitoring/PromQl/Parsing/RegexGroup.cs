namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>Something that a repetition may follow.</summary>
/// <param name="MatchesEmpty">Whether it fits an empty text.</param>
/// <param name="Repetitions">The largest product of the counts of repetitions inside one another.</param>
internal readonly record struct RegexOperand(bool MatchesEmpty, int Repetitions);

/// <summary>An open group of a regular expression, or the whole of it.</summary>
internal sealed class RegexGroup
{
    private bool anyMatchesEmpty;
    private bool matchesEmpty = true;
    private int repetitions = 1;

    /// <summary>The last operand of the current alternative; null when there is none.</summary>
    public RegexOperand? Last { get; set; }

    /// <summary>Adds an operand to the current alternative.</summary>
    public void Push(RegexOperand operand)
    {
        Settle();
        Last = operand;
    }

    /// <summary>Starts the next alternative.</summary>
    public void Alternate()
    {
        Settle();
        anyMatchesEmpty |= matchesEmpty;
        matchesEmpty = true;
    }

    /// <summary>The group as an operand.</summary>
    public RegexOperand Close()
    {
        Alternate();
        return new RegexOperand(anyMatchesEmpty, repetitions);
    }

    private void Settle()
    {
        matchesEmpty &= Last?.MatchesEmpty ?? true;
        repetitions = Math.Max(repetitions, Last?.Repetitions ?? 1);
        Last = null;
    }
}
