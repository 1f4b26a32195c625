using NovaCron.Validation.Assertions.Checks.Rules;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class DuplicateTests
{
    private static string Rules(string first, string second) => $"groups:\n- name: g\n  rules:\n  - {first}\n- name: h\n  rules:\n  - {second}\n";

    [Theory]
    [InlineData("{alert: A, expr: up == 0}", "{alert: A, expr: (up==0)}", "rules/r.yml:7:13 Info rule/duplicate A: an alert of this name and these labels stands in rules/r.yml:4:13, too, with another expression: nobody who is told knows which of the two it is | give each a name or a label of its own")]
    [InlineData("{alert: A, expr: up == 0}", "{alert: A, expr: up==0}", "rules/r.yml:7:13 Warning rule/duplicate A: the same rule stands in rules/r.yml:4:13: both send the same alert | remove one of them")]
    [InlineData("{record: 'a:b', expr: sum(up)}", "{record: 'a:b', expr: sum (up)}", "rules/r.yml:7:14 Warning rule/duplicate a:b: the same rule stands in rules/r.yml:4:14: both write the same series | remove one of them")]
    public void A_rule_that_is_there_twice_is_found(string first, string second, string finding) => CheckedText.OfRules(new Duplicate(), Rules(first, second)).Should().Equal(finding);

    [Theory]
    [InlineData("{alert: A, expr: up == 0, labels: {severity: warning}}", "{alert: A, expr: up == 0, labels: {severity: critical}}")]
    [InlineData("{alert: A, expr: up == 0}", "{alert: B, expr: up == 0}")]
    [InlineData("{record: 'a:b', expr: sum(up)}", "{record: 'a:b', expr: sum(down)}")]
    [InlineData("{record: 'a:b', expr: sum(up)}", "{record: 'a:b', expr: sum(up), labels: {a: b}}")]
    public void Two_rules_that_differ_are_not(string first, string second) => CheckedText.OfRules(new Duplicate(), Rules(first, second)).Should().BeEmpty();
}
