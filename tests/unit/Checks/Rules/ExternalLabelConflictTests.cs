using NovaCron.Validation.Assertions.Checks.Rules;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class ExternalLabelConflictTests
{
    private const string Prometheus = "global:\n  external_labels:\n    cluster: east\nrule_files: [rules/*.yml]\n";

    [Fact]
    public void A_label_that_hides_an_external_one_is_found() => Say("cluster: west").Should().Equal(
        "rules/r.yml:7:16 Warning rule/external-label-conflict A: cluster is an external label, too (prometheus.yml:3:14 says \"east\"), and an alert's own label wins: this alert is told with cluster \"west\" | name the label otherwise");

    [Theory]
    [InlineData("cluster: east")]
    [InlineData("cluster: ''")]
    [InlineData("zone: west")]
    public void Others_are_not(string label) => Say(label).Should().BeEmpty();

    private static IReadOnlyList<string> Say(string label) =>
        CheckedText.Say(new ExternalLabelConflict(), CheckedText.Subject([], ("prometheus.yml", Prometheus), ("rules/r.yml", ScrapedText.Alert("up == 0", $"    labels:\n      {label}\n"))));
}
