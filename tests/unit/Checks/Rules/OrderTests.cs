using NovaCron.Validation.Assertions.Checks.Rules;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class OrderTests
{
    private static string Rules(params string[] rules) => "groups:\n- name: g\n  rules:\n" + string.Concat(rules.Select(r => $"  - {r}\n"));

    [Fact]
    public void What_is_recorded_further_down_is_found() =>
        CheckedText.OfRules(new Order(), Rules("{alert: A, expr: 'a:b > 1'}", "{record: 'c:d', expr: 'sum(a:b)'}", "{record: 'a:b', expr: sum(up)}")).Should().Equal(
            "rules/r.yml:4:23 Warning rule/order A: a:b is recorded further down in the same group (line 6), and a group's rules are evaluated in order: what is read here is the value of the evaluation before | put the recording rule first",
            "rules/r.yml:5:32 Warning rule/order c:d: a:b is recorded further down in the same group (line 6), and a group's rules are evaluated in order: what is read here is the value of the evaluation before | put the recording rule first");

    [Theory]
    [InlineData("{record: 'a:b', expr: sum(up)}", "{alert: A, expr: 'a:b > 1'}")]
    [InlineData("{record: 'a:b', expr: 'a:b offset 1m or sum(up)'}", "{alert: A, expr: 'c:d > 1'}")]
    public void What_is_recorded_before_is_not(string first, string second) => CheckedText.OfRules(new Order(), Rules(first, second)).Should().BeEmpty();

    [Fact]
    public void Another_group_has_no_order() =>
        CheckedText.OfRules(new Order(), "groups:\n- name: g\n  rules:\n  - {alert: A, expr: 'a:b > 1'}\n- name: h\n  rules:\n  - {record: 'a:b', expr: sum(up)}\n").Should().BeEmpty();
}
