using System.Globalization;

namespace NovaCron.Validation.Tests.Stack.PromQl;

/// <summary>Makes expressions by PromQL's grammar and its types, and spoils them. The same seed makes the same expressions.</summary>
public sealed class PromQlGenerator(int seed)
{
    private const int MaxDepth = 4;

    private static readonly string[] Metrics = ["up", "http_requests_total", "job:rate5m:sum", "a", "_x", "by", "offset", "sum", "and", "or", "unless", "start", "without", "min", "limitk", "count_values"];
    private static readonly string[] Labels = ["job", "le", "instance", "__name__", "sum", "on", "a:b", "\"a.b\"", "'ü'", "bool", "END", "inf_"];
    private static readonly string[] Matched = ["job", "le", "inf", "offset", "without", "\"a.b\"", "'x y'", "`raw`"];
    private static readonly string[] Strings = ["\"\"", "\"x\"", "'it\\'s'", "`raw\\`", "\"\\n\\t\\x41\\101\\u00e9\\U0001F600\"", "\"5..\"", "\"ü🚨\"", "'\\xff'", "\"$1\"", "\"\\\\.\""];
    private static readonly string[] Regexes = ["\".*\"", "\".+\"", "\"5..|4..\"", "\"(?i:x)\"", "\"[[:alpha:]]+\\\\d{2,3}\"", "`\\pL+`", "\"\"", "\"a|\"", "\"(a*)?\"", "\"^x$\"", "\"[\"", "\"a**\"", "\"(?=x)\"", "\"a{1001}\"", "`\\1`", "\"(\""];
    private static readonly string[] Numbers = ["0", "1", "2.5", ".5", "5.", "1e3", "1E-3", "1_000", "0x1F", "017", "08", "Inf", "NaN", "inf", "5m", "1h30m", "1d", "500ms", "0s", "9223372036854775808", "0.1", "1e22", "1e-7"];
    private static readonly string[] Durations = ["5m", "1h30m", "1d", "2w3d", "1y", "500ms", "90s", "30", "0.5", "1e2", "0x10", "+5m", "1ms"];
    private static readonly string[] Offsets = ["5m", "-5m", "+1h", "0s", "30", "-0.5", "--5m", "1d12h"];
    private static readonly string[] Instants = ["0", "1609746000", "-1.5", "+2.0005", "1e9", "5m", "start()", "end()", "START()"];
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "%", "^", "atan2"];
    private static readonly string[] Comparisons = ["==", "!=", ">", "<", ">=", "<="];
    private static readonly string[] SetOperators = ["and", "or", "unless", "AND"];
    private static readonly string[] VectorFunctions = ["abs", "absent", "ceil", "sort", "sort_desc", "timestamp", "histogram_avg", "ln", "sgn", "hour", "round"];
    private static readonly string[] MatrixFunctions = ["rate", "irate", "increase", "delta", "max_over_time", "absent_over_time", "changes", "present_over_time"];
    private static readonly string[] Aggregations = ["sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "SUM"];
    private static readonly string[] Blanks = ["", " ", "  ", "\n", "\t", " # a comment ( [ {\n", "\r\n"];
    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", "@", "=", "==", "=~", "!~", "!=", "!", "~", "+", "-", "*", "/", "%", "^", "#", "\"", "'", "`", "\\", "offset", "by (x)", "on", "bool", "group_left",
        "5m", "5", "1e", "0x", "_", ".", "and", "sum", "rate", "limitk", "info", "up", "start()", "ü", "\0", "é", "[5m]", "[5m:1m]", "offset 5m", "@ 1", "\"x\"", "mad_over_time", "5m5m", "1h1d", "inf", "-", "s",
    ];

    private readonly Random random = new(seed);

    /// <summary>An expression by the grammar. Most are such as Prometheus takes; a few use a regular expression or name that it refuses.</summary>
    public string Next() => random.Next(12) switch
    {
        0 => Scalar(0),
        1 => Matrix(0),
        2 => Pick(Strings),
        _ => Vector(0),
    };

    /// <summary>An expression with one to three spoilt places, which may leave it right.</summary>
    public string NextSpoilt()
    {
        var text = Next();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text = Spoil(text);
        }

        return text;
    }

    private string Spoil(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 4), text.Length - at);
        var spoilt = random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pick(Pieces)),
            2 => text.Remove(at, length).Insert(at, Pick(Pieces)),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Insert(at, " " + Pick(Pieces) + " "),
            _ => text + Pick(Pieces),
        };

        // A cut through a pair of surrogates cannot be sent to Prometheus.
        return spoilt.EnumerateRunes().Any(r => r.Value == 0xFFFD) ? text : spoilt;
    }

    private string Vector(int depth) => (depth >= MaxDepth ? random.Next(2) : random.Next(14)) switch
    {
        < 4 => Selector() + Modifiers(),
        4 => $"({Blank()}{Vector(depth + 1)}{Blank()})",
        5 => $"{Pick("-", "+")}{Blank()}{Vector(depth + 1)}",
        6 => $"{Pick(VectorFunctions)}{Blank()}({Vector(depth + 1)})",
        7 => $"{Pick(MatrixFunctions)}({Matrix(depth + 1)})",
        8 => OtherCall(depth + 1),
        9 or 10 => Aggregate(depth + 1),
        11 => $"{Vector(depth + 1)} {Pick(SetOperators)} {Matching(grouped: false)}{Vector(depth + 1)}",
        12 => $"{Vector(depth + 1)}{Blank()}{Spaced(Pick(Arithmetic))}{Matching(grouped: true)}{Vector(depth + 1)}",
        _ => $"{Vector(depth + 1)}{Blank()}{Pick(Comparisons)}{Blank()}{Pick("", "bool ", "")}{(random.Next(2) == 0 ? Scalar(depth + 1) : Matching(grouped: true) + Vector(depth + 1))}",
    };

    private string Scalar(int depth) => (depth >= MaxDepth ? 0 : random.Next(9)) switch
    {
        < 4 => Pick(Numbers),
        4 => $"{Pick("-", "+", "--")}{Scalar(depth + 1)}",
        5 => $"({Scalar(depth + 1)})",
        6 => Pick("time()", "pi( )", $"scalar({Vector(depth + 1)})"),
        7 => $"{Scalar(depth + 1)}{Spaced(Pick(Arithmetic))}{Scalar(depth + 1)}",
        _ => $"{Scalar(depth + 1)} {Pick(Comparisons)} bool {Scalar(depth + 1)}",
    };

    private string Matrix(int depth) => random.Next(4) switch
    {
        0 when depth < MaxDepth => $"{Operand(depth)}{Blank()}[{Blanks[random.Next(3)]}{Pick(Durations)}{Blank()}:{Pick("", Pick(Durations))}{Blank()}]{Modifiers()}",
        1 when depth < MaxDepth => $"({Matrix(depth + 1)})",
        _ => $"{Selector()}{Blank()}[{Pick(Durations)}{Blank()}]{Modifiers()}",
    };

    private string Operand(int depth) => random.Next(3) switch
    {
        0 => Selector() + Modifiers(),
        1 => $"({Vector(depth + 1)})",
        _ => $"{Pick(MatrixFunctions)}({Matrix(depth + 1)})",
    };

    private string Selector() => random.Next(6) switch
    {
        0 => $"{{{Matchers(1)}}}",
        1 => $"{{\"my.metric\"{(random.Next(2) == 0 ? "," + Matchers(0) : "")}}}",
        2 or 3 => $"{Pick(Metrics)}{Blank()}{{{Matchers(0)}}}",
        _ => Pick(Metrics),
    };

    private string Matchers(int least)
    {
        var count = random.Next(least, 4);
        var matchers = string.Join(",", Enumerable.Range(0, count).Select(_ => Matcher()));
        return count > 0 && random.Next(5) == 0 ? matchers + "," + Blank() : matchers;
    }

    private string Matcher() => random.Next(3) == 0
        ? $"{Blank()}{Pick(Matched)}{Blank()}{Pick("=~", "!~")}{Blank()}{Pick(Regexes)}{Blank()}"
        : $"{Blank()}{Pick(Matched)}{Blank()}{Pick("=", "!=")}{Blank()}{Pick(Strings)}{Blank()}";

    private string Modifiers() => random.Next(8) switch
    {
        0 => $" offset {Pick(Offsets)}",
        1 => $" @ {Pick(Instants)}",
        2 => $" offset {Pick(Offsets)} @{Pick(Instants)}",
        3 => $"{Blank()}@{Blank()}{Pick(Instants)} OFFSET {Pick(Offsets)}",
        _ => "",
    };

    private string Aggregate(int depth)
    {
        var (name, parameter) = random.Next(4) switch
        {
            0 => (Pick("topk", "bottomk", "quantile"), Scalar(depth + 1) + ", "),
            1 => ("count_values", Pick(Strings) + ","),
            _ => (Pick(Aggregations), ""),
        };
        var body = $"({parameter}{Vector(depth + 1)})";
        var grouping = $"{Pick("by", "without", "BY")}{Blank()}({GroupingLabels()})";
        return random.Next(3) switch
        {
            0 => $"{name} {grouping} {body}",
            1 => $"{name}{Blank()}{body}{Blank()}{grouping}",
            _ => name + body,
        };
    }

    private string Matching(bool grouped)
    {
        if (random.Next(2) == 0)
        {
            return "";
        }

        var group = grouped && random.Next(2) == 0 ? $" {Pick("group_left", "group_right")} ({GroupingLabels()})" : "";
        return $"{Pick("on", "ignoring")}{Blank()}({GroupingLabels()}){group} ";
    }

    private string GroupingLabels()
    {
        var count = random.Next(4);
        var labels = string.Join($"{Blank()},{Blank()}", Enumerable.Range(0, count).Select(_ => Pick(Labels)));
        return count > 0 && random.Next(6) == 0 ? labels + "," : labels;
    }

    private string OtherCall(int depth) => random.Next(9) switch
    {
        0 => $"clamp({Vector(depth)}, {Scalar(depth)}, {Scalar(depth)})",
        1 => $"histogram_quantile({Scalar(depth)},{Vector(depth)})",
        2 => $"label_replace({Vector(depth)}, {Pick(Strings)}, {Pick(Strings)}, {Pick(Strings)}, {Pick(Strings)})",
        3 => $"label_join({Vector(depth)}, {Pick(Strings)}, {Pick(Strings)}{string.Concat(Enumerable.Repeat(", \"x\"", random.Next(3)))})",
        4 => $"predict_linear({Matrix(depth)}, {Scalar(depth)})",
        5 => $"quantile_over_time({Scalar(depth)}, {Matrix(depth)})",
        6 => $"vector({Scalar(depth)})",
        7 => $"{Pick("minute", "year", "day_of_week")}({Pick("", Vector(depth))})",
        _ => string.Create(CultureInfo.InvariantCulture, $"round({Vector(depth)}, {random.NextDouble()})"),
    };

    private static string Spaced(string op) => $" {op} ";

    private string Blank() => random.Next(3) == 0 ? Pick(Blanks) : "";

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
