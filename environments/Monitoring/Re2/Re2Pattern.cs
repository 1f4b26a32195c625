using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>
/// An expression as Prometheus and Alertmanager use it in matchers and in relabelling: Go's RE2 syntax, over the whole text.
/// It is matched by .NET's engine that never backtracks, so the time grows with the text's length alone.
/// </summary>
public sealed class Re2Pattern : IEquatable<Re2Pattern>
{
    /// <summary>The longest expression that is read, in characters.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>The most texts of <see cref="Texts"/>.</summary>
    public const int MostTexts = 500;

    private const string Before = "^(?:";
    private const string Behind = ")$";
    private readonly Re2Node? _whole;
    private readonly Lazy<Regex> _regex;
    private readonly Lazy<ImmutableHashSet<string>?> _texts;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression, without the anchors that Alertmanager adds.</param>
    /// <param name="dotMatchesLineBreak">Whether <c>.</c> stands for a line break too: so it does in Prometheus' matchers, and not in Alertmanager's.</param>
    /// <exception cref="Re2Exception">RE2 would refuse it, or it is longer than <see cref="MostCharacters"/>.</exception>
    public Re2Pattern(string text, bool dotMatchesLineBreak = false)
    {
        Text = text;
        if (text.Length > MostCharacters)
        {
            throw new Re2Exception($"it is {text.Length} characters long, and at most {MostCharacters} are read", MostCharacters);
        }

        var flags = dotMatchesLineBreak ? Re2Flags.DotAll : Re2Flags.None;
        var node = Read(text, flags, out _whole);
        // Whether it matches could not be told.
        if (node.Script is var (script, offset))
        {
            throw new Re2Exception($"which characters the script {script} has is not known here; name them as ranges", Math.Max(0, offset - Before.Length));
        }

        _regex = new Lazy<Regex>(() => Translate(node.Root));
        _texts = new Lazy<ImmutableHashSet<string>?>(() => _whole is null || Re2Language.Enumerate(_whole, MostTexts) is not { } texts ? null : [.. texts.Where(IsMatch)]);
    }

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>Whether the whole of a text matches.</summary>
    public bool IsMatch(string value) => _regex.Value.IsMatch(value);

    /// <summary>Every text that matches; null where there are more than <see cref="MostTexts"/>, or no end of them.</summary>
    public ImmutableHashSet<string>? Texts => _texts.Value;

    /// <summary>A text that matches, for an example; null where none is found.</summary>
    public string? Sample() => _whole is not null && Re2Language.Sample(_whole, 1000) is { } text && IsMatch(text) ? text : null;

    /// <summary>Whether every text matches that has no line break: <c>.*</c>.</summary>
    public bool MatchesAll => _whole is not null && Re2Language.Breadth(_whole) == 0;

    /// <summary>Whether every text matches that is not empty and has no line break, and the empty one does not: <c>.+</c>.</summary>
    public bool MatchesAllButEmpty => _whole is not null && Re2Language.Breadth(_whole) == 1;

    /// <inheritdoc/>
    public bool Equals(Re2Pattern? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Re2Pattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Alertmanager reads the expression between anchors, which may change what it is: a)|(?:b is one there, and \Qa is none.
    private static Re2Expression Read(string text, Re2Flags flags, out Re2Node? whole)
    {
        try
        {
            whole = Re2Parser.Parse(text, flags).Root;
        }
        catch (Re2Exception) when (Re2Parser.TryParse(Before + text + Behind, flags) is not null)
        {
            whole = null;
        }

        return Re2Parser.TryParse(Before + text + Behind, flags) ?? throw new Re2Exception("it leaves no end for what is written behind it", text.Length);
    }

    private static Regex Translate(Re2Node node)
    {
        var text = new StringBuilder();
        Re2Writer.Write(text, node);
        return new Regex(text.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
