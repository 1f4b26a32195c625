using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>A set of Unicode code points, as ranges that neither touch nor overlap, in order.</summary>
internal sealed class RuneSet
{
    /// <summary>The largest code point.</summary>
    public const int Last = 0x10FFFF;

    // Beyond this many characters a set is one of whole scripts, and folding it case by case is not worth the time.
    private const int MostFolded = 20_000;

    // One walk through all of Unicode for all of them.
    private static readonly Lazy<ILookup<UnicodeCategory, (int First, int Last)>> ByCategory = new(() =>
        Enumerable.Range(0, Last + 1).Where(Rune.IsValid).ToLookup(r => Rune.GetUnicodeCategory(new Rune(r)), r => (r, r)));

    private RuneSet(ImmutableArray<(int First, int Last)> ranges) => Ranges = ranges;

    /// <summary>Every code point.</summary>
    public static RuneSet All { get; } = new([(0, Last)]);

    /// <summary>The ranges, both ends included.</summary>
    public ImmutableArray<(int First, int Last)> Ranges { get; }

    /// <summary>How many code points.</summary>
    public int Count => Ranges.Sum(r => r.Last - r.First + 1);

    /// <summary>A set of ranges in any order.</summary>
    public static RuneSet Of(params IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new RuneSet([.. merged]);
    }

    /// <summary>The characters of a Unicode category, such as <c>L</c> or <c>Lu</c>; null when there is none of that name.</summary>
    public static RuneSet? OfCategory(string name)
    {
        var categories = Enum.GetValues<UnicodeCategory>().Where(c => Abbreviation(c).StartsWith(name, StringComparison.Ordinal)).ToList();
        return name.Length is 1 or 2 && categories.Count > 0 ? Of(categories.SelectMany(c => ByCategory.Value[c])) : null;
    }

    /// <summary>This and another.</summary>
    public RuneSet Union(RuneSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>All that is not in it.</summary>
    public RuneSet Complement()
    {
        var gaps = new List<(int First, int Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                gaps.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= Last)
        {
            gaps.Add((next, Last));
        }

        return new RuneSet([.. gaps]);
    }

    /// <summary>With every character in its other cases too, as RE2's flag <c>i</c> has it.</summary>
    public RuneSet Folded() => Count > MostFolded ? this : Union(Of(Runes().SelectMany(Cases).Select(r => (r, r))));

    /// <summary>Its code points, in order.</summary>
    public IEnumerable<int> Runes() => Ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1));

    private static IEnumerable<int> Cases(int rune)
    {
        if (!Rune.IsValid(rune))
        {
            yield break;
        }

        yield return Rune.ToLowerInvariant(new Rune(rune)).Value;
        yield return Rune.ToUpperInvariant(new Rune(rune)).Value;

        // The two letters outside ASCII that fold to one inside: the Kelvin sign and the long s.
        if (rune is 'k' or 'K')
        {
            yield return 0x212A;
        }
        else if (rune is 's' or 'S')
        {
            yield return 0x17F;
        }
    }

    private static string Abbreviation(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "",
    };
}
