using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Contracts;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Contracts;

public sealed class ContractChecksTests
{
    private const string Good =
        """
        groups:
        - name: cache
          interval: 30s
          rules:
          - alert: CacheHighEvictionRate
            expr: rate(redis_evicted_keys_total[5m]) > 100
            for: 5m
            labels:
              severity: warning
              component: cache
            annotations:
              summary: s
              description: "{{ $value }} keys"
              runbook_url: https://x

        """;

    private const string Mend = " | say what the strategy says, or change the strategy and its scenario first";

    [Theory]
    [InlineData("for: 5m", "for: 10m", "rules/cache-alerts.yml:7:10 Error contract/differs CacheHighEvictionRate: the rule says for: 10m, the strategy 5m")]
    [InlineData("severity: warning", "severity: info", "rules/cache-alerts.yml:9:17 Error contract/differs CacheHighEvictionRate: the rule's label severity is \"info\", the strategy says \"warning\"")]
    [InlineData("      component: cache\n", "", "rules/cache-alerts.yml:5:12 Error contract/differs CacheHighEvictionRate: the rule's label component is \"\", the strategy says \"cache\"")]
    [InlineData("> 100", "> 1000", "rules/cache-alerts.yml:6:11 Error contract/differs CacheHighEvictionRate: the rule fires at > 1000, the strategy says > 100")]
    [InlineData("> 100", ">= 100", "rules/cache-alerts.yml:6:11 Error contract/differs CacheHighEvictionRate: the rule fires at >= 100, the strategy says > 100")]
    [InlineData("[5m]", "[10m]", "rules/cache-alerts.yml:6:11 Error contract/differs CacheHighEvictionRate: the rule looks back over 10m, the strategy over 5m")]
    [InlineData("for: 5m", "for: 5m\n    keep_firing_for: 30m", "rules/cache-alerts.yml:8:22 Error contract/differs CacheHighEvictionRate: the rule says keep_firing_for: 30m, the strategy has none")]
    [InlineData("> 100", "+ rate(redis_evicted_keys_total[1m]) > 100", "rules/cache-alerts.yml:6:11 Error contract/differs CacheHighEvictionRate: the rule looks back over 1m, the strategy over 5m")]
    [InlineData("interval: 30s", "interval: 1m", "rules/cache-alerts.yml:3:13 Error contract/differs CacheHighEvictionRate: the rule's group is evaluated every 1m, the strategy says 30s")]
    [InlineData("      summary: s\n", "", "rules/cache-alerts.yml:5:12 Error contract/differs CacheHighEvictionRate: the rule has no annotation summary")]
    [InlineData("{{ $value }} keys", "many keys", "rules/cache-alerts.yml:13:20 Error contract/differs CacheHighEvictionRate: the rule's description does not tell $value, the strategy's does: \"many keys\"")]
    public void A_rule_that_contradicts_the_strategy_is_found(string from, string to, string finding) => Say(new Differs(), Good.Replace(from, to, StringComparison.Ordinal)).Should().Equal(finding + Mend);

    [Theory]
    [InlineData("> 100", "> 1e2")]
    [InlineData("> 100", "> redis_slots")]
    [InlineData("for: 5m", "for: 300s")]
    [InlineData("> 100", "> >")]
    public void One_that_says_the_same_or_cannot_be_read_is_not(string from, string to) => Say(new Differs(), Good.Replace(from, to, StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void An_alert_without_a_rule_is_found() => Say(new Missing(), Good.Replace("CacheHighEvictionRate", "Other", StringComparison.Ordinal)).Should().Equal(
        "rules/cache-alerts.yml:1:1 Error contract/missing CacheHighEvictionRate: the alert CacheHighEvictionRate is promised, and no rule has that name | add it to cache-alerts.yml, as its contract has it");

    [Fact]
    public void An_alert_without_a_promise_is_worth_knowing() => Say(new None(), Good.Replace("CacheHighEvictionRate", "Other", StringComparison.Ordinal)).Should().Equal(
        "rules/cache-alerts.yml:5:12 Info contract/none Other: the strategy does not document Other: there is no promise to compare it with and no scenario that proves it | write a scenario for it");

    [Fact]
    public void A_promise_and_its_rule_find_each_other()
    {
        Say(new Missing(), Good).Should().BeEmpty();
        Say(new None(), Good).Should().BeEmpty();
        CheckedText.OfRules(new None(), Good).Should().BeEmpty("without the strategy there are no promises");
    }

    private static IReadOnlyList<string> Say(ICheck check, string rules) =>
        CheckedText.Say(check, CheckedText.Subject([SampleContracts.CacheHighEvictionRate with { RuleFile = "cache-alerts.yml" }], ("rules/cache-alerts.yml", rules)));
}
