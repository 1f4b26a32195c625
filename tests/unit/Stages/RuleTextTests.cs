using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("a > 5", "> 5 (5)")]
    [InlineData("100 < a", "> 100 (100)")]
    [InlineData("((a)) >= bool (5)", ">= 5 ((5))")]
    [InlineData("a > -5 * 60", "> -300 (-5 * 60)")]
    [InlineData("a > +Inf", "> +Inf (+Inf)")]
    [InlineData("a > b * 0.9", "> 0.9 (b * 0.9)")]
    [InlineData("a > on (x) group_left () (0.9 * sum(b))", "> 0.9 ((0.9 * sum(b)))")]
    [InlineData("a > b", "> ? (b)")]
    [InlineData("a > b * c", "> ? (b * c)")]
    [InlineData("a > 1 < 5", "< 5 (5)")]
    [InlineData("(a > 1 and (b < 2 or c == 3)) unless d", "> 1 (1)|< 2 (2)|== 3 (3)")]
    [InlineData("absent(a > 1)", "")]
    [InlineData("a{b=\"x > 1\"}", "")]
    [InlineData("sum(a > 1) by (x)", "")]
    [InlineData("a >", "")]
    public void Finds_the_comparisons_at_top_level(string query, string found) =>
        string.Join('|', RuleText.Comparisons(query).Select(c => $"{c.Operator} {Number(c.Threshold)} ({c.Text})")).Should().Be(found);

    [Theory]
    [InlineData("rate(a[5m]) > increase(b[1h30m] offset 1d)", "00:05:00 01:30:00")]
    [InlineData("max_over_time(rate(a[12s])[144s:2400ms])", "00:00:12 00:02:24")]
    [InlineData("a{b=\"[5m]\"} offset 5m", "")]
    [InlineData("a[5m", "")]
    public void Finds_the_windows(string query, string windows) => string.Join(' ', RuleText.Windows(query)).Should().Be(windows);

    private static string Number(double? value) => value is null ? "?" : double.IsInfinity(value.Value) ? "+Inf" : value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
