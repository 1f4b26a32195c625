using NovaCron.Validation.Assertions.Simulation.Promtool;

namespace NovaCron.Validation.Tests.Unit.Simulating.Promtool;

public sealed class RuleTestAnswersTests
{
    // As promtool 2.42 and 2.53 print it.
    private const string Output = """
        Unit Testing:  tests-0.yml
          FAILED:
            name: CacheDown, fault,
            alertname: CacheDown, time: 10m30s, 
                exp:[
                    0:
                      Labels:{alertname="CacheDown", never="there"}
                      Annotations:{}
                    ], 
                got:[
                    0:
                      Labels:{alertname="CacheDown", component="cache", instance="a]", severity="critical"}
                      Annotations:{description="Redis \"a\" is\ndown, {1}", summary="Redis cache is down"}
                    1:
                      Labels:{alertname="CacheDown", component="cache", instance="b", severity="critical"}
                      Annotations:{}
                    ]
            name: CacheDown, fault,
            alertname: CacheDown, time: 20m, 
                exp:[
                    0:
                      Labels:{alertname="CacheDown", never="there"}
                      Annotations:{}
                    ], 
                got:[]
            expr: "min(timestamp(ALERTS{alertname=\"CacheDown\"})) # CacheDown, fault: first-firing", time: 25m,
                exp: {never="there"} 0E+00
                got: {} 3.9E+02
            expr: "nope # CacheDown, fault: bad", time: 25m,
                exp: {never="there"} 0E+00
                got: nil
            expr: "max(x) # CacheDown, fault: worst", time: 25m,
                exp: {never="there"} 0E+00
                got: {} +Inf
            expr: "a / b # CacheDown, quiet: worst", time: 25m, err: found duplicate series for the match group {} on the right hand-side of the operation
            rule: CacheLow, time: 5m0s, err: many-to-many matching not allowed

        """;

    private readonly RuleTestAnswers _answers = RuleTestAnswers.Read(Output);

    [Fact]
    public void Numbers_are_read_by_test_and_key()
    {
        _answers.NumberOf("CacheDown, fault", "first-firing").Should().Be(390);
        _answers.NumberOf("CacheDown, fault", "bad").Should().BeNull();
        _answers.NumberOf("CacheDown, fault", "worst").Should().Be(double.PositiveInfinity);
        _answers.Has("CacheDown, fault", "bad").Should().BeTrue();
        _answers.Has("CacheDown, quiet", "bad").Should().BeFalse();
    }

    [Fact]
    public void Alerts_are_read_with_labels_and_annotations()
    {
        var alerts = _answers.AlertsOf("CacheDown, fault", TimeSpan.FromSeconds(630));

        alerts.Should().HaveCount(2);
        alerts[0].Labels.Should().Contain("instance", "a]").And.Contain("severity", "critical");
        alerts[0].Annotations["description"].Should().Be("Redis \"a\" is\ndown, {1}");
        alerts[1].Annotations.Should().BeEmpty();
        _answers.AlertsOf("CacheDown, fault", TimeSpan.FromMinutes(20)).Should().BeEmpty();
    }

    [Fact]
    public void Errors_are_told_by_test_and_by_rule()
    {
        _answers.ErrorOf("CacheDown, quiet").Should().StartWith("found duplicate series");
        _answers.ErrorOf("CacheDown, fault").Should().BeNull();
        _answers.RuleErrorOf("CacheLow").Should().Be("many-to-many matching not allowed");
        _answers.RuleErrorOf("CacheDown").Should().BeNull();
    }

    [Theory]
    [InlineData("Unit Testing:  t.yml\n  FAILED:\nrules.yml: 19:11: group \"cache\": could not parse\n\nrules.yml: 19:11: again\n", "19:11: group \"cache\": could not parse")]
    [InlineData("  FAILED:\n/check/rules.yml: yaml: line 3\n", "yaml: line 3")]
    [InlineData("    expr: \"x # t: rules.yml\", time: 1m,\n", null)]
    public void A_refused_file_is_told_with_the_reason(string output, string? why) => RuleTestAnswers.Read(output).RefusalOf("rules.yml").Should().Be(why);
}
