namespace NovaCron.Validation.Assertions.Checks;

/// <summary>Keeps what is said over and over from hiding the rest: a message that calls a missing template a thousand times is one mistake.</summary>
internal static class RepeatedFindings
{
    /// <summary>How many findings of one check, subject, file and message are shown.</summary>
    public const int MostShown = 20;

    /// <summary>The findings, of those that say the same the first ones; the last of these tells how many more there are.</summary>
    public static IEnumerable<Finding> Fold(IReadOnlyCollection<Finding> findings)
    {
        var counts = findings.CountBy(Sameness).ToDictionary();
        var shown = new Dictionary<(string, string, string, string), int>();
        foreach (var finding in findings)
        {
            var same = Sameness(finding);
            var number = shown[same] = shown.GetValueOrDefault(same) + 1;
            if (number <= MostShown)
            {
                yield return number == MostShown && counts[same] > MostShown
                    ? finding with { Message = FormattableString.Invariant($"{finding.Message} (so it is in {counts[same] - MostShown} more places of this file)") }
                    : finding;
            }
        }
    }

    private static (string, string, string, string) Sameness(Finding finding) => (finding.Check, finding.Subject, finding.Position.File, finding.Message);
}
