using System.Globalization;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>Kubernetes' notation of amounts: <c>250m</c>, <c>0.5</c>, <c>128Mi</c>, <c>1G</c>, <c>2e3</c>.</summary>
internal static class Quantity
{
    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", 1024m), ("Mi", 1048576m), ("Gi", 1073741824m), ("Ti", 1099511627776m),
        ("m", 0.001m), ("k", 1e3m), ("M", 1e6m), ("G", 1e9m), ("T", 1e12m), ("", 1m),
    ];

    /// <summary>The amount in units (cores, bytes); null when the text is no quantity.</summary>
    public static decimal? Parse(string text)
    {
        var (suffix, factor) = Suffixes.First(known => text.EndsWith(known.Suffix, StringComparison.Ordinal));
        return decimal.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var amount)
            ? amount * factor
            : null;
    }
}
