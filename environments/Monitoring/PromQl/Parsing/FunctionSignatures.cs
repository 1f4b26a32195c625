using System.Collections.Frozen;
using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>The functions of Prometheus 3.5 (<c>promql/parser/functions.go</c>).</summary>
public static class FunctionSignatures
{
    private static readonly FrozenDictionary<string, FunctionSignature> All = List().ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Every function, by name; experimental ones included.</summary>
    public static IReadOnlyDictionary<string, FunctionSignature> ByName => All;

    /// <summary>Stands in for a function that is not known: of any arguments a vector.</summary>
    internal static FunctionSignature Unknown(string name) => new(name, [PromQlType.Vector], -1, PromQlType.Vector, IsExperimental: false);

    private static IEnumerable<FunctionSignature> List() =>
    [
        .. Of("v", "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin sinh sqrt tan tanh"),
        .. Of("v", "histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum sort sort_desc timestamp"),
        .. Of("v", "day_of_month day_of_week day_of_year days_in_month hour minute month year", variadic: 1),
        .. Of("v", "scalar", PromQlType.Scalar),
        .. Of("m", "changes delta deriv idelta increase irate rate resets"),
        .. Of("m", "absent_over_time avg_over_time count_over_time last_over_time max_over_time min_over_time present_over_time"),
        .. Of("m", "stddev_over_time stdvar_over_time sum_over_time"),
        .. Of("", "pi time", PromQlType.Scalar),
        .. Of("s", "vector"),
        .. Of("vss", "clamp"),
        .. Of("vs", "clamp_max clamp_min"),
        .. Of("vs", "round", variadic: 1),
        .. Of("ssv", "histogram_fraction"),
        .. Of("sv", "histogram_quantile"),
        .. Of("ms", "predict_linear"),
        .. Of("sm", "quantile_over_time"),
        .. Of("vtttt", "label_replace"),
        .. Of("vttt", "label_join", variadic: -1),
        .. Of("mss", "double_exponential_smoothing", isExperimental: true),
        .. Of("m", "mad_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time", isExperimental: true),
        .. Of("vv", "info", variadic: 1, isExperimental: true),
        .. Of("vt", "sort_by_label sort_by_label_desc", variadic: -1, isExperimental: true),
    ];

    // Types by letter: s scalar, v instant vector, m range vector, t string (text).
    private static IEnumerable<FunctionSignature> Of(
        string types, string names, PromQlType returns = PromQlType.Vector, int variadic = 0, bool isExperimental = false)
    {
        ImmutableArray<PromQlType> arguments = [.. types.Select(t => t switch
        {
            's' => PromQlType.Scalar,
            'v' => PromQlType.Vector,
            'm' => PromQlType.Matrix,
            _ => PromQlType.String,
        })];
        return names.Split(' ').Select(name => new FunctionSignature(name, arguments, variadic, returns, isExperimental));
    }
}
