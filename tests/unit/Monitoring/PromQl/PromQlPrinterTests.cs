using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

public sealed class PromQlPrinterTests
{
    [Theory]
    [InlineData(" up{ b = 'x' ,a=~\"y\" } ", "up{a=~\"y\",b=\"x\"}")]
    [InlineData("{'my.metric',\"a.b\"='c'}", "{\"a.b\"=\"c\",__name__=\"my.metric\"}")]
    [InlineData("sum(a)by(x)", "sum by (x) (a)")]
    [InlineData("SUM WITHOUT () (a)", "sum without () (a)")]
    [InlineData("sum by () (a)", "sum(a)")]
    [InlineData("topk(5,a)", "topk(5, a)")]
    [InlineData("a>bool on(x,y)group_left(z)b", "a > bool on (x, y) group_left (z) b")]
    [InlineData("a[90s:60]offset -1h@end()", "a[1m30s:1m] @ end() offset -1h")]
    [InlineData("a[7d] @ 1.5", "a[1w] @ 1.500")]
    [InlineData("a[8d1s]", "a[8d1s]")]
    [InlineData("1e3 + 0x10 + 90s + 1e-7 + 1e22 + -Inf", "1000 + 16 + 1m30s + 0.0000001 + 10000000000000000000000 + -Inf")]
    [InlineData("'a\"b\\n\\x00\\xff\\u00a0ü'", "\"a\\\"b\\n\\x00\\xff\\u00a0ü\"")]
    [InlineData("- ( a ) ^ + b", "-(a) ^ +b")]
    public void Prints_in_canonical_form(string expression, string print) => PromQlParser.Parse(expression).ToString().Should().Be(print);

    [Theory]
    [InlineData("a + on(\"b.c\", 'without', inf_) d", "a + on (\"b.c\", \"without\", inf_) d")]
    [InlineData("a * ignoring() group_left(x) b", "a * ignoring () group_left (x) b")]
    [InlineData("Inf ^ 2", "Inf ^ 2")]
    [InlineData("-0s", "-0s")]
    [InlineData("a[0.0005]", "a[0.0005]")]
    [InlineData("\"\\ufffd\"", "\"\\ufffd\"")]
    public void Prints_what_Prometheus_own_print_loses(string expression, string print) => PromQlParser.Parse(expression).ToString().Should().Be(print);
}
