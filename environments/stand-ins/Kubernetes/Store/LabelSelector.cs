namespace NovaCron.Validation.StandIns.Kubernetes.Store;

/// <summary>A selector of labels by equality: <c>a=b</c>, <c>a==b</c>, <c>a!=b</c> and, for presence, <c>a</c>.</summary>
internal sealed class LabelSelector
{
    private readonly List<(string Name, string? Value, bool Equal)> terms = [];

    /// <summary>Selects everything.</summary>
    public static LabelSelector Everything { get; } = new();

    /// <summary>Reads the text of the query parameter; empty selects everything.</summary>
    public static LabelSelector Parse(string text)
    {
        var selector = new LabelSelector();
        foreach (var term in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = term.IndexOf('=', StringComparison.Ordinal);
            selector.terms.Add(at < 0
                ? (term, null, true)
                : (term[..at].TrimEnd('!').Trim(), term[at..].TrimStart('=').Trim(), !term[..at].EndsWith('!')));
        }
        return selector;
    }

    /// <summary>Selects what carries all the labels.</summary>
    public static LabelSelector Of(IReadOnlyDictionary<string, string> labels)
    {
        var selector = new LabelSelector();
        selector.terms.AddRange(labels.Select(label => (label.Key, (string?)label.Value, true)));
        return selector;
    }

    /// <summary>Whether the labels are selected.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> labels) => terms.TrueForAll(term => term.Value is null
        ? labels.ContainsKey(term.Name)
        : labels.TryGetValue(term.Name, out var value) && value == term.Value == term.Equal || !term.Equal && !labels.ContainsKey(term.Name));
}
