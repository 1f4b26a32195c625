namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>The comparison that makes an expression an alert.</summary>
/// <param name="Left">The side that carries the signal, as written: <c>up{job="x"}</c> of <c>up{job="x"} == 0</c>.</param>
/// <param name="Operator"><c>==</c>, <c>!=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>, as seen from <paramref name="Left"/>.</param>
/// <param name="Right">The other side, as written, without modifiers.</param>
/// <param name="Modifiers"><c>bool</c>, <c>on (…)</c>, <c>group_left (…)</c> and the like, as written; empty for none.</param>
public sealed record Comparison(string Left, string Operator, string Right, string Modifiers)
{
    private static readonly string[] SetOperators = ["and", "or", "unless"];
    private static readonly string[] ModifierWords = ["bool", "on", "ignoring", "group_left", "group_right"];

    /// <summary>With <c>bool</c> the comparison yields 0 or 1 and holds back no sample.</summary>
    public bool IsBool => PromQlLexer.Tokenize(Modifiers).Any(t => t.Of(Modifiers).Equals("bool", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Takes the last comparison outside all brackets off an expression; brackets around the whole of it do not count.
    /// Where a number stands on the left, the sides change places, since the signal is then on the right.
    /// </summary>
    /// <returns>Null when there is no comparison, or when <c>and</c>, <c>or</c> or <c>unless</c> joins several expressions, so that no single comparison decides.</returns>
    public static Comparison? Strip(string expression)
    {
        var tokens = PromQlLexer.Tokenize(expression).RemoveAll(t => t.Kind == PromQlTokenKind.Comment).AsSpan();
        while (IsBracketed(expression, tokens))
        {
            tokens = tokens[1..^1];
        }

        var at = LastComparison(expression, tokens);
        if (at <= 0 || at == tokens.Length - 1)
        {
            return null;
        }

        var left = tokens[..at];
        var right = tokens[(at + 1)..];
        var modifiers = right[..ModifierLength(expression, right)];
        right = right[modifiers.Length..];
        if (right.IsEmpty)
        {
            return null;
        }

        var sign = tokens[at].Of(expression).ToString();
        return IsConstant(left) && !IsConstant(right)
            ? new Comparison(Text(expression, right), Mirror(sign), Text(expression, left), Text(expression, modifiers))
            : new Comparison(Text(expression, left), sign, Text(expression, right), Text(expression, modifiers));
    }

    private static int LastComparison(string expression, ReadOnlySpan<PromQlToken> tokens)
    {
        var last = -1;
        var depth = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0 && tokens[i].Kind == PromQlTokenKind.Comparison)
            {
                last = i;
            }
            else if (depth == 0 && Is(expression, tokens[i], SetOperators))
            {
                return -1;
            }
        }

        return last;
    }

    private static bool IsBracketed(string expression, ReadOnlySpan<PromQlToken> tokens) =>
        tokens.Length >= 3 && expression[tokens[0].Offset] == '(' && ClosingOf(tokens, 0) == tokens.Length - 1;

    // The place of the bracket that closes the one at a place; behind the last token where none does.
    private static int ClosingOf(ReadOnlySpan<PromQlToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Length; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0)
            {
                return i;
            }
        }

        return tokens.Length;
    }

    private static int ModifierLength(string expression, ReadOnlySpan<PromQlToken> tokens)
    {
        var at = 0;
        while (at < tokens.Length && Is(expression, tokens[at], ModifierWords))
        {
            var takesLabels = !Is(expression, tokens[at], ["bool"]);
            at++;
            if (takesLabels && at < tokens.Length && expression[tokens[at].Offset] == '(')
            {
                at = ClosingOf(tokens, at) + 1;
            }
        }

        return Math.Min(at, tokens.Length);
    }

    private static bool IsConstant(ReadOnlySpan<PromQlToken> tokens) =>
        tokens.ToArray().All(t => t.Kind is PromQlTokenKind.Number or PromQlTokenKind.Duration or PromQlTokenKind.Operator or PromQlTokenKind.Open or PromQlTokenKind.Close);

    private static bool Is(string expression, PromQlToken token, string[] words)
    {
        var text = token.Of(expression).ToString();
        return token.Kind == PromQlTokenKind.Identifier && words.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private static int Step(PromQlToken token) => token.Kind switch
    {
        PromQlTokenKind.Open => 1,
        PromQlTokenKind.Close => -1,
        _ => 0,
    };

    private static string Text(string expression, ReadOnlySpan<PromQlToken> tokens) =>
        tokens.IsEmpty ? "" : expression[tokens[0].Offset..tokens[^1].End];

    private static string Mirror(string sign) => sign.Replace('<', '\0').Replace('>', '<').Replace('\0', '>');
}
