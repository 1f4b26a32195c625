using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class ImpossibleMatchingTests
{
    [Theory]
    [InlineData("a{job=\"x\"} / b{job=\"y\"} > 1", "rules/r.yml:6:7 Error expression/impossible-matching A: no series of the two sides of / are ever paired, so that it has no value: job is \"x\" on the left and \"y\" on the right | pair them by the labels that both have, with on (…) or ignoring (job)")]
    [InlineData("a{job=\"x\"} and sum(b)", "rules/r.yml:6:7 Error expression/impossible-matching A: no series of the two sides of and are ever paired, so that it has no value: every series on the left has the label job and none on the right has | pair them by the labels that both have, with on (…) or ignoring (job)")]
    [InlineData("sum(a) > on (job) b{job=\"x\"}", "rules/r.yml:6:7 Error expression/impossible-matching A: no series of the two sides of > are ever paired, so that it has no value: every series on the right has the label job and none on the left has | pair them by the labels that both have, with on (…) or ignoring (job)")]
    [InlineData("a{job=\"x\"} unless b{job=\"y\"}", "rules/r.yml:6:7 Warning expression/impossible-matching A: unless takes nothing away: job is \"x\" on the left and \"y\" on the right | pair them by the labels that both have, with on (…) or ignoring (job)")]
    [InlineData("sum by (pod, container) (a) / on (pod) sum by (pod) (b) > 1", "rules/r.yml:6:37 Warning expression/impossible-matching A: the left side has a series for each container, by which it is not paired: as soon as there are two of them, Prometheus refuses the evaluation and the rule is dead | sum the left side without container, or say group_left")]
    [InlineData("sum by (pod) (a) * ignoring (zone) group_left () sum by (pod, zone) (b) > 1", "rules/r.yml:6:26 Warning expression/impossible-matching A: the right side has a series for each zone, by which it is not paired: as soon as there are two of them, Prometheus refuses the evaluation and the rule is dead | sum the right side without zone")]
    public void Sides_that_cannot_be_paired_are_found(string expression, string finding) => CheckedText.OfExpression(new ImpossibleMatching(), expression).Should().Equal(finding);

    [Theory]
    [InlineData("a / b > 1")]
    [InlineData("a{job=\"x\"} / on (pod) b{job=\"y\"} > 1")]
    [InlineData("a{job=\"x\"} / ignoring (job) b{job=\"y\"} > 1")]
    [InlineData("a{job=\"x\"} or b{job=\"y\"}")]
    [InlineData("a{job=~\"x|z\"} / b{job=\"y\"} > 1")]
    [InlineData("sum by (pod, container) (a) / on (pod) group_left () sum by (pod) (b) > 1")]
    [InlineData("sum by (pod, container) (a{container=\"x\"}) / on (pod) sum by (pod) (b) > 1")]
    [InlineData("sum by (pod) (a) / sum by (pod) (b) > 1")]
    [InlineData("a and on () (sum by (x) (b) > 1)")]
    [InlineData("a > 1")]
    public void Sides_that_can_are_not(string expression) => CheckedText.OfExpression(new ImpossibleMatching(), expression).Should().BeEmpty();
}
