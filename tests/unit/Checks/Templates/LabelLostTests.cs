using NovaCron.Validation.Assertions.Checks.Templates;

namespace NovaCron.Validation.Tests.Unit.Checks.Templates;

public sealed class LabelLostTests
{
    [Theory]
    [InlineData("sum by (job) (up) == 0", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod, since sum by (job) drops it | add pod to by, or do not read it")]
    [InlineData("sum(up) by (job) == 0", "{{ .Labels.pod }}", ".Labels.pod is always empty: the expression's result has no label pod, since sum by (job) drops it | add pod to by, or do not read it")]
    [InlineData("max(up) == 0", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod, since max drops it | aggregate by (pod), or do not read it")]
    [InlineData("avg without (pod) (up) == 0", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod, since avg without (pod) drops it | aggregate by (pod), or do not read it")]
    [InlineData("a / on (job) b > 1", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod, since on (job) drops it | do not read it")]
    [InlineData("absent(up{job='x'})", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod | do not read it")]
    [InlineData("vector(1)", "{{ $labels.pod }}", "$labels.pod is always empty: the expression's result has no label pod | do not read it")]
    public void A_label_that_is_never_there_is_found(string expression, string description, string finding) =>
        CheckedText.OfRules(new LabelLost(), RefusedTests.Rules("A", expression, description)).Should().Equal($"rules/r.yml:7:24 Warning template/label-lost A: {finding}");

    [Fact]
    public void A_label_is_grave_where_it_makes_a_label() =>
        CheckedText.OfRules(new LabelLost(), "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: sum(up)\n    labels:\n      team: '{{ $labels.team }}'\n").Should().Equal(
            "rules/r.yml:7:17 Error template/label-lost A: $labels.team is always empty: the expression's result has no label team, since sum drops it | aggregate by (team), or do not read it");

    [Theory]
    [InlineData("sum by (pod) (up) == 0", "{{ $labels.pod }}")]
    [InlineData("up == 0", "{{ $labels.pod }}")]
    [InlineData("absent(up{pod='x'})", "{{ $labels.pod }}")]
    [InlineData("sum without (job) (up) == 0", "{{ $labels.pod }}")]
    [InlineData("a / on (job) group_left (pod) b > 1", "{{ $labels.pod }}")]
    [InlineData("sum(up) or up", "{{ $labels.pod }}")]
    [InlineData("label_replace(sum(up), 'pod', '$1', 'x', '(.*)')", "{{ $labels.pod }}")]
    [InlineData("sum(up) == 0", "{{ if $labels.pod }}{{ $labels.pod }}{{ end }}")]
    [InlineData("sum(up) == 0", "{{ range query 'up' }}{{ .Labels.pod }}{{ end }}")]
    [InlineData("sum(up) == 0", "{{ $labels.__name__ }}{{ $externalLabels.pod }}{{ $value }}")]
    [InlineData("sum(", "{{ $labels.pod }}")]
    public void A_label_that_may_be_there_is_not(string expression, string description) =>
        CheckedText.OfRules(new LabelLost(), RefusedTests.Rules("A", expression, description.Replace("'up'", "`up`", StringComparison.Ordinal))).Should().BeEmpty();
}
