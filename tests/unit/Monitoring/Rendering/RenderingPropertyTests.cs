using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

/// <summary>Rendering divides durations and touches nothing else, whatever the YAML's style.</summary>
public sealed class RenderingPropertyTests
{
    private const int Scale = 25;
    private static readonly string[] Styles = ["plain", "single", "double", "literal", "folded"];

    // Whole multiples of 25 ms in every notation.
    private static readonly Gen<string> Durations =
        from count in Gen.Choose(1, 90)
        from shape in Gen.Elements("{0}m", "{0}h30m", "{0}s", "1m{0}s", "{0}s500ms", "{0}00ms", "2d{0}h", "{0}w")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, count);

    private static readonly Gen<string> Expressions =
        from duration in Durations
        from step in Durations
        from shape in Gen.Elements(
            "rate(x[{0}])", "x offset {0}", "x offset -{0}", "max_over_time(rate(x[{0}])[{1}:])", "x{{a=\"it's [5m]: \\\\ {{ y }}\"}}[{0}:{1}]",
            "x{{a='\"5m\" offset 5m'}} offset {0}", "rate(x[{0}])  +  rate(y[{1}]) > 5", "x == 0")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, duration, step);

    private static readonly Gen<RuleCase> Rules =
        from expression in Expressions
        from style in Gen.Elements(Styles)
        from wait in Durations
        from quote in Gen.Elements("", "'", "\"")
        from flow in Gen.Elements(true, false)
        select new RuleCase(expression, style, quote + wait + quote, flow);

    [Fact]
    public void Rendered_then_read_is_the_same_divided_by_N() =>
        Prop.ForAll(Arb.From(Rules.NonEmptyListOf()), rules =>
        {
            var before = Fixtures.Make(rules: Write([.. rules]));
            var rendered = ConfigurationRenderer.Render(before, new TimeScale(Scale));
            var after = Read(rendered);
            return before.Alerts.Zip(after.Alerts).All(pair => IsDivided(pair.First, pair.Second)) && before.Alerts.Count() == after.Alerts.Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rendered_at_one_is_the_same_to_the_byte() =>
        Prop.ForAll(Arb.From(Rules.NonEmptyListOf()), rules =>
        {
            var before = Fixtures.Make(rules: Write([.. rules]));
            var rendered = ConfigurationRenderer.Render(before, new TimeScale(1));
            return rendered.Changes.IsEmpty && rendered.Files["rules/r.yml"].Span.SequenceEqual(before.RuleFiles[0].File.Bytes.Span);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("rate(x[5m])", "rate(x[12s])", true)]
    [InlineData("rate(x[5m])", "rate(x[5m])", false)]
    [InlineData("rate(x[5m]) > 5", "rate(x[12s]) > 6", false)]
    public void The_property_can_fail(string before, string after, bool holds) => SameButDivided(before, after).Should().Be(holds);

    private static bool IsDivided(AlertingRule before, AlertingRule after) =>
        before.Name == after.Name
        && after.For * Scale == before.For
        && before.Labels.SequenceEqual(after.Labels)
        && before.Annotations.SequenceEqual(after.Annotations)
        && SameButDivided(before.Expr, after.Expr);

    private static bool SameButDivided(string before, string after)
    {
        var (left, right) = (TimesInExpression.Find(before), TimesInExpression.Find(after));
        return left.Count == right.Count
            && left.Zip(right).All(pair => pair.Second.Value * Scale == pair.First.Value)
            && Without(before, left) == Without(after, right);
    }

    private static string Without(string expression, IEnumerable<(TextRange Place, TimeSpan Value)> times) =>
        times.Reverse().Aggregate(expression, (text, time) => text.Remove(time.Place.Start, time.Place.Length).Insert(time.Place.Start, "…"));

    private static MonitoringConfiguration Read(RenderedConfiguration rendered)
    {
        string Text(string file) => Encoding.UTF8.GetString(rendered.Files[file].Span);
        return Fixtures.Make(Text("prometheus.yml"), Text("alertmanager.yml"), Text("rules/r.yml"));
    }

    private static string Write(IReadOnlyList<RuleCase> rules)
    {
        var text = new StringBuilder("# 5m\ngroups:\n- name: g # 5m\n  interval:   50s\n  rules:\n");
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - alert: A{i} # [5m]\n    for: {rule.For} # for 5m\n    expr: {Scalar(rule)}\n");
            text.Append(rule.Flow ? "    annotations: {for: 5m, expr: \"x[5m]\"}\n" : "    annotations:\n      description: 'x[5m] offset 5m'\n    labels:\n      interval: 5m\n");
        }

        return text.ToString();
    }

    private static string Scalar(RuleCase rule) => rule.Style switch
    {
        "single" => $"'{rule.Expression.Replace("'", "''", StringComparison.Ordinal)}' # [5m]",
        "double" => $"\"{rule.Expression.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        "folded" => ">- # [5m]\n        " + rule.Expression.Replace("  ", "\n        ", StringComparison.Ordinal),
        "plain" when !rule.Expression.Contains(": ", StringComparison.Ordinal) => rule.Expression,
        _ => "|\n        # [5m]\n        " + rule.Expression.Replace("  ", "\n        ", StringComparison.Ordinal),
    };

    private sealed record RuleCase(string Expression, string Style, string For, bool Flow);
}
