using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Simulating;

public sealed class SimulationOutputTests
{
    private static readonly ImmutableArray<SimulatedCase> Cases = [new("one", [new("dwcp_packet_loss_rate", [0, 0, double.NaN])])];

    [Fact]
    public void Answers_are_read_by_case_and_time()
    {
        var outcome = SimulationOutput.Read(SampleContracts.DwcpPacketLoss, Cases, Output("{} 0E+00", "{} 1.5E-02") + Output("{} 1E+00", "nil", "30s")).Should().ContainSingle().Which;

        outcome.Evaluations.Should().Equal(
            new SimulatedEvaluation(TimeSpan.Zero, false, 0.015),
            new SimulatedEvaluation(TimeSpan.FromSeconds(30), true, null));
    }

    [Fact]
    public void A_question_without_an_answer_is_no_answer() =>
        FluentActions.Invoking(() => SimulationOutput.Read(SampleContracts.DwcpPacketLoss, Cases, "FAILED: something else"))
            .Should().Throw<ObservationException>().WithMessage("*DWCPPacketLoss at 0s*something else*");

    [Fact]
    public void The_file_asks_at_every_evaluation()
    {
        var file = SimulationFile.Write(SampleContracts.DwcpPacketLoss, "rules.yml", Cases);

        file.Should().Contain("values: '0 0 _'").And.Contain("evaluation_interval: 30s").And.Contain("eval_time: 30s").And.NotContain("eval_time: 1m")
            .And.Contain("max(dwcp_packet_loss_rate) # 0 signal");
    }

    [Fact]
    public void What_the_rule_itself_compares_is_asked_once()
    {
        SimulationFile.Write(SampleContracts.DwcpPacketLoss, "rules.yml", Cases, "a / b").Should().Contain("expr: 'max(max_over_time((a / b)[1m:30s])) # 0 own', eval_time: 30s");
        SimulationFile.Write(SampleContracts.DwcpPacketLoss, "rules.yml", Cases).Should().NotContain("own");

        var answers = Output("{} 0E+00", "nil") + Output("{} 0E+00", "nil", "30s");
        SimulationOutput.Read(SampleContracts.DwcpPacketLoss, Cases, answers).Single().Own.Should().BeNull();
        SimulationOutput.Read(SampleContracts.DwcpPacketLoss, Cases, answers + Own("{} 2E-03")).Single().Own.Should().Be(new OwnValue(0.002));
        SimulationOutput.Read(SampleContracts.DwcpPacketLoss, Cases, answers + Own("nil")).Single().Own.Should().Be(new OwnValue(null));
    }

    private static string Own(string value) => $$"""
            expr: "max(max_over_time((a / b)[1m:30s])) # 0 own", time: 30s,
                exp: {never="there"} 0E+00
                got: {{value}}

        """;

    private static string Output(string firing, string signal, string at = "0s") => $$"""
            expr: "count(ALERTS{alertname=\"X\",alertstate=\"firing\"}) or vector(0) # 0 firing", time: {{at}},
                exp: {never="there"} 0E+00
                got: {{firing}}
            expr: "max(dwcp_packet_loss_rate) # 0 signal", time: {{at}},
                exp: {never="there"} 0E+00
                got: {{signal}}

        """;
}
