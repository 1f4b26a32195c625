using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class LoadsStageTests
{
    private readonly LoadsStage stage = new();

    [Fact]
    public void A_loaded_and_healthy_rule_passes() =>
        stage.Judge(Evidence.For(SampleContracts.ServiceDown).Build()).Outcome.Should().Be(Outcome.Pass);

    [Fact]
    public void A_refused_file_fails_with_Prometheus_own_words()
    {
        var result = stage.Judge(Evidence.For(SampleContracts.DwcpPacketLoss).Build() with { LoadError = "dwcp-alerts.yml:70:5: function \"dwcp_streams_max\" not defined", LoadedRules = [] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Be("expected dwcp-alerts.yml to load, and Prometheus refuses it: dwcp-alerts.yml:70:5: function \"dwcp_streams_max\" not defined");
        result.Shortcomings.Single().Subject.Should().Be("DWCPPacketLoss");
        result.Shortcomings.Single().AlsoKnownAs.Should().Equal("dwcp-alerts.yml");
    }

    [Fact]
    public void A_missing_rule_fails()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        var result = stage.Judge(evidence with { LoadedRules = [Rules.Heartbeat(evidence.Scale)] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("found only PipelineHeartbeat");
    }

    [Theory]
    [InlineData("err", Outcome.Fail)]
    [InlineData("unknown", Outcome.Inconclusive)]
    public void The_rules_health_counts(string health, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        var rule = Rules.Of(evidence.Contract, evidence.Scale) with { Health = health, LastError = "many-to-many matching" };

        stage.Judge(evidence with { LoadedRules = [rule] }).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void No_rules_read_at_all_proves_nothing() =>
        stage.Judge(Evidence.For(SampleContracts.ServiceDown).Build() with { LoadedRules = [] }).Outcome.Should().Be(Outcome.Inconclusive);
}
