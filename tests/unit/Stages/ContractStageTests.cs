using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class ContractStageTests
{
    public static TheoryData<string, Func<LoadedRule, LoadedRule>, string> Contradictions() => new()
    {
        { "for", r => r with { For = TimeSpan.FromSeconds(24) }, "the rule says for: 10m, the strategy 5m" },
        { "severity", r => r with { Labels = r.Labels.SetItem("severity", "info") }, "the rule's label severity is \"info\", the strategy says \"warning\"" },
        { "component", r => r with { Labels = r.Labels.Remove("component") }, "the rule's label component is \"\", the strategy says \"cache\"" },
        { "annotation", r => r with { Annotations = r.Annotations.SetItem("summary", " ") }, "the rule has no annotation summary" },
        { "description", r => r with { Annotations = r.Annotations.SetItem("description", "many, $value of them, {{ $labels.value }}") }, "the rule's description does not tell $value, the strategy's does: \"many, $value of them, {{ $labels.value }}\"" },
        { "threshold", r => r with { Query = "rate(redis_evicted_keys_total[12s]) > 1000" }, "the rule fires at > 1000, the strategy says > 100" },
        { "comparator", r => r with { Query = "rate(redis_evicted_keys_total[12s]) >= 100" }, "the rule fires at >= 100, the strategy says > 100" },
        { "no comparison", r => r with { Query = "rate(redis_evicted_keys_total[12s])" }, "the rule compares with nothing, the strategy says > 100" },
        { "window", r => r with { Query = "rate(redis_evicted_keys_total[24s]) > 100" }, "the rule looks back over 10m, the strategy over 5m" },
        { "one of two windows", r => r with { Query = "rate(redis_evicted_keys_total[12s]) + rate(redis_evicted_keys_total[2400ms]) > 100" }, "the rule looks back over 1m, the strategy over 5m" },
        { "keep_firing_for", r => r with { KeepFiringFor = TimeSpan.FromSeconds(24) }, "the rule says keep_firing_for: 10m, the strategy has none" },
        { "interval", r => r with { Interval = TimeSpan.FromSeconds(2.4) }, "the rule's group is evaluated every 1m, the strategy says 30s" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Each_contradiction_fails_and_names_both_sides(string what, Func<LoadedRule, LoadedRule> edit, string message)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();

        var result = new ContractStage().Judge(evidence with { LoadedRules = [edit(evidence.LoadedRules[0])] });

        result.Outcome.Should().Be(Outcome.Fail, what);
        result.Detail.Should().Be(message);
        result.Shortcomings.Single().AlsoKnownAs.Should().Equal("redis_evicted_keys_total");
    }

    [Theory]
    [InlineData("rate(redis_evicted_keys_total[12s]) > 100")]
    [InlineData("(rate(redis_evicted_keys_total[12s]) > 100)")]
    [InlineData("100 < rate(redis_evicted_keys_total[12s])")]
    [InlineData("rate(redis_evicted_keys_total[12s]) > 1e+02")]
    [InlineData("rate(redis_evicted_keys_total{a=\"x > 3\",b=~\"(\"}[12s]) > 100")]
    [InlineData("rate(redis_evicted_keys_total[12s]) > 100 and on (instance) redis_up == 1")]
    [InlineData("rate(redis_evicted_keys_total[12s]) > redis_slots * 100")]
    public void The_promised_threshold_is_found_in_any_form(string query) => Judge(query).Outcome.Should().Be(Outcome.Pass);

    [Theory]
    [InlineData("{{ $value }} keys")]
    [InlineData("{{$value|humanize}} keys")]
    [InlineData("{{ printf \"%.0f\" .Value }} keys")]
    public void A_description_tells_the_value_by_either_name(string template)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        var rule = evidence.LoadedRules[0];

        new ContractStage().Judge(evidence with { LoadedRules = [rule with { Annotations = rule.Annotations.SetItem("description", template) }] })
            .Outcome.Should().Be(Outcome.Pass);
    }

    [Fact]
    public void A_threshold_that_the_text_does_not_tell_is_neither_pass_nor_fail() =>
        Judge("rate(redis_evicted_keys_total[12s]) > redis_limit").Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void The_tier_of_the_promised_severity_is_judged()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        var rule = evidence.LoadedRules[0];
        var other = rule with { Query = "rate(redis_evicted_keys_total[12s]) > 1000", Labels = rule.Labels.SetItem("severity", "critical") };

        new ContractStage().Judge(evidence with { LoadedRules = [other, rule] }).Outcome.Should().Be(Outcome.Pass);
    }

    [Fact]
    public void Without_a_rule_it_is_not_reached() =>
        new ContractStage().Judge(Evidence.For(SampleContracts.ServiceDown).Build() with { LoadedRules = [] }).Outcome.Should().Be(Outcome.NotReached);

    private static StageResult Judge(string query)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        return new ContractStage().Judge(evidence with { LoadedRules = [evidence.LoadedRules[0] with { Query = query }] });
    }
}
