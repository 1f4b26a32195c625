using NovaCron.Validation.Assertions.Checks.Rules;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class ForBelowIntervalTests
{
    private static string Rules(string interval, string wait) => $"groups:\n- name: g\n{interval}  rules:\n  - alert: A\n    expr: up == 0\n    for: {wait}\n";

    [Theory]
    [InlineData("10s", "rules/r.yml:7:10 Warning rule/for-below-interval A: the group is evaluated every 30s, so that for: 10s takes 30s | say 30s, or evaluate the group more often")]
    [InlineData("45s", "rules/r.yml:7:10 Info rule/for-below-interval A: the group is evaluated every 30s, so that for: 45s takes 1m | say 1m, or evaluate the group more often")]
    public void A_for_that_takes_longer_is_found(string wait, string finding) => CheckedText.OfRules(new ForBelowInterval(), Rules("  interval: 30s\n", wait)).Should().Equal(finding);

    [Theory]
    [InlineData("  interval: 30s\n", "1m")]
    [InlineData("  interval: 30s\n", "0s")]
    // Nobody says how often.
    [InlineData("", "10s")]
    public void One_that_does_not_is_not(string interval, string wait) => CheckedText.OfRules(new ForBelowInterval(), Rules(interval, wait)).Should().BeEmpty();

    [Fact]
    public void The_global_interval_counts_where_the_group_has_none() =>
        CheckedText.Say(new ForBelowInterval(), ScrapedText.Subject(ScrapedText.Redis, Rules("", "10s"))).Should().Equal(
            "rules/r.yml:6:10 Warning rule/for-below-interval A: the group is evaluated every 30s, so that for: 10s takes 30s | say 30s, or evaluate the group more often");
}
