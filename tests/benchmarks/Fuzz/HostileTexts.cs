using System.Text.Json;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>Values that readers of configurations stumble over.</summary>
internal static class HostileTexts
{
    /// <summary>Fields that a file may have.</summary>
    public static readonly string[] Fields =
    [
        "expr", "for", "keep_firing_for", "alert", "record", "labels", "annotations", "interval", "query_offset", "limit", "groups", "rules", "route", "routes", "receiver", "receivers",
        "group_by", "matchers", "match", "match_re", "group_wait", "repeat_interval", "continue", "inhibit_rules", "source_matchers", "target_match_re", "equal", "mute_time_intervals",
        "time_intervals", "templates", "rule_files", "scrape_configs", "relabel_configs", "regex", "global", "scrape_interval", "kind", "spec", "items", "<<", "clients", "severity", "summary",
    ];

    /// <summary>Anchors, aliases and tags.</summary>
    public static readonly string[] Yaml =
    [
        "&a", "*a", "&a *a", "<<: *a", "!!str", "!!binary", "!!null", "!!set", "!<tag:yaml.org,2002:map>", "!!merge", "%YAML 9.9", "---", "...", "| ", ">-", "|9", "\"", "'", "{", "[", "? ", "@", "`", "#", "&a [*a]", "!!int",
        "&a [x,x,x,x,x,x,x,x,x,x]", "[*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]", "&b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]", "&a {<<: *a}", "\"\\ud800\"", "\"\\U00110000\"", "\"\\x0\"", "\"\\U0010FFFF\"", "\"a\\\n\"",
    ];

    private static readonly (string Open, string Middle, string Close)[] Nested =
    [
        ("(", "up", ")"), ("-", "1", ""), ("sum(", "up", ")"), ("up + (", "up", ")"), ("up / ", "up", ""), ("up or ", "up", ""), ("up > ", "1", ""), ("abs(rate(", "up[5m]", ")"), ("up[5m:", "", "]"), ("max_over_time(", "up", "[5m:1m])"),
        ("(", "a", ")"), ("(?:", "a", ")"), ("(a*", "", ")*"), ("(a|", "b", ")"), ("[", "a", "]"), ("(?i:", "a", "){1,2}"), ("a{1000}", "", ""), ("(", "a", "){2,30}"), ("(?P<a>", "", ")"), ("[[:alpha:]", "", "]"), ("\\p{L}", "", ""), (".*", "", ""), ("(.*)", "", ""), ("a|", "b", ""), ("(a|b|c|d)", "", ""), ("[a-z]?", "", ""),
        ("{{ if .x }}", "", "{{ end }}"), ("{{ (", "1", ") }}"), ("(", "1", ")"), ("{{ range .Alerts }}", "x", "{{ end }}"), ("{{", "", "}}"), ("{{ with $x := .Labels }}", "{{ $x.a }}", "{{ end }}"), ("{{ template \"a\" . }}", "", ""), ("{{ define \"a\" }}", "", "{{ end }}"), ("{{ $labels.", "a", " }}"), ("{{ . | ", "len", " }}"), ("{{/*", "", "*/}}"), ("{{ \"", "", "\" }}"), ("{{ $value | humanize }}", "", ""),
        ("{a=~\"", "(x)", "\"}"), ("a=\"", "b", "\","), ("x", "", ""), ("ä", "", ""), ("\U0001F600", "", ""), ("0", "", ""), ("9", "", ""), ("1h", "", ""), ("\\", "", ""), ("\"", "", ""), ("'", "", ""), ("`", "", ""), ("{", "", "}"), ("#", "", ""), ("\u202E", "", ""), ("\u0301", "", ""), ("*", "", ""), ("[^a]", "", ""), ("/", "", ""), ("../", "", ""),
    ];

    private static readonly string[] Plain =
    [
        "", " ", "~", "null", "true", "no", "0", "-0", "-1", "1e999", "-1e999", "NaN", "+Inf", "0x7fffffffffffffff", "9223372036854775807", "9223372036854775808", "1e-400", "0b1", "1_000", "0o7", "1.7976931348623157e308",
        "0s", "1ms", "99999999999y", "106751d", "292y", "293y", "1y1w1d1h1m1s1ms", "1m1h", "-5m", "5m5m", "1e3s", "1.5h", "9223372036854775807ms", "100000000w", "15250w1d", "10675199d",
        "up[9999y] > 0", "rate(up[99999999999y])", "up offset 99999999999y", "up @ 1e300", "up @ NaN", "up @ end()", "predict_linear(up[1h], 1e308) > 0", "histogram_quantile(NaN, up) > Inf", "1 > bool 0", "up > NaN", "up == +Inf or -Inf < up", "vector(1) / 0 > 0",
        "rate(http_requests_total[1ms]) > 0", "up % 0 > 1", "up ^ 1e9 ^ 1e9 > 1", "count_values(\"\xff\", up)", "topk(-1, up) > 0", "quantile(2, up) > 0", "label_replace(up, \"a\", \"$1\", \"b\", \"(((\") > 0", "{__name__=~\".*\"}", "{__name__=\"\"}", "{}", "up{a=\"b\",a!=\"b\"} > 0", "absent(absent(up))",
        "up{job=~\"(.*a){25}\"} > 0", "up{job=~\"(a|aa)+$\"}", "up{job=~\"[\\u0000-\\U0010FFFF]*\"}", "up{job=~\"(?i)\\\\p{Greek}\"} == 0", "up{job=~\"\\\\C\"}", "up unless up", "up and on() vector(1) > 0", "sum without() (up) by (a)", "a:b:c > 0", "ALERTS{alertname=\"x\"} > 0", "up[5m:0s] > 0", "up[5m:1ns]", "up == bool 1 == bool 1 > 0",
        "{a=\"b\"}", "[a=b]", "a=~\"(\"", "a=~\"x{1001}\"", "a=\"\\x\"", "a!=", "=~", "a=b,", "\xff", "a=\"b\" c", "__name__=~\".+\"", "alertname=~\"(a|b|c|d|e|f|g|h|i|j){4}\"", "alertname=~\"[a-z]{1,20}\"", "alertname!~\".*\"", "severity=~\"(c|critical)?.*(w|warning)?.*\"", "severity=~\"[^a]*[^b]*[^c]*\"", "severity!~\"(a.*|.*b|c.*d)\"",
        "{{ $labels.x", "{{ $labels.x.y.z }}", "{{ nil }}", "{{ template \"x\" }}", "{{ query \"up\" | first | value }}", "{{ printf \"%999999999d\" 1 }}", "{{ index .Alerts 999999999999999999999 }}", "{{ break }}", "{{- -}}", "{{ /* }}", "{{ 1e99999 }}", "{{ 'a }}", "{{ $x := 1 }}{{ $x = 2 }}{{ $y }}", "{{ block \"a\" . }}{{ template \"a\" . }}{{ end }}", "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}", "{{ .CommonLabels.a.b }}", "{{ range $i, $e := .Alerts }}{{ $e.Labels.SortedPairs.Values }}{{ end }}", "{{ (((.Alerts.Firing))) }}", "{{ .Alerts.Firing.Firing }}",
        "rules/*.yml", "**", "/", "/etc/../../*", "[", "[]", "[^", "\\", "*/*/*/*/*", "rules/\0", "rules/[z-a].yml", "http://[", "http://%", "file:///etc/passwd", "'{{ .x }}'",
        "24:00", "00:00", "25:61", "monday:sunday", "-31:-1", "1:99999999999", "0", "2020:1", "Europe/Nowhere", "../../etc/passwd", "UTC", "Local", "0001:9999",
        "# validate: ignore rule/*", "x # validate: ignore-file route/unreachable until 9999-99-99", "# validate: ignore-rule a/b until 2020-02-30 because", "# validate:",
    ];

    /// <summary>One of them.</summary>
    public static (string Text, string Name) Next(Random random)
    {
        if (random.Next(3) > 0)
        {
            var plain = random.Pick(Plain);
            return (plain, $"value {plain}");
        }

        var (open, middle, close) = random.Pick(Nested);
        var depth = random.Pick([2, 10, 50, 99, 150, 250, 999, 1001, 5_000, 50_000]);
        return (string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth)), $"value {depth} times {open}{close}");
    }

    /// <summary>A value as YAML has it: mostly so that it stays what it is, sometimes not.</summary>
    public static string Quote(string value, Random random) => random.Next(6) switch
    {
        0 => value,
        1 => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        2 => $"[{JsonSerializer.Serialize(value)}]",
        3 => $"{{{JsonSerializer.Serialize(value)}: {JsonSerializer.Serialize(value)}}}",
        _ => JsonSerializer.Serialize(value),
    };
}
