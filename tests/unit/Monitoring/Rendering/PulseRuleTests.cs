using System.Text;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

public sealed class PulseRuleTests
{
    [Theory]
    [InlineData(1, "vector(time() % 240 < bool 120) == 1")]
    [InlineData(25, "vector(time() % 9.6 < bool 4.8) == 1")]
    public void Fires_for_half_of_every_period_in_a_group_of_its_own(int factor, string expression)
    {
        var file = Fixtures.Make(rules: Encoding.UTF8.GetString(PulseRule.File(new TimeScale(factor)).Span)).RuleFiles.Single();

        var rule = file.Groups.Should().ContainSingle().Subject.Rules.Should().ContainSingle().Subject;
        (rule.Name, rule.Expr, rule.For).Should().Be(("PipelinePulse", expression, TimeSpan.Zero));
        rule.Labels.Should().BeEmpty();
    }

    [Fact]
    public void Lies_where_a_pattern_finds_it() => PulseRule.PathOf(Fixtures.Make().Prometheus).Should().Be("/etc/prometheus/rules/novacron-validation-pulse.yml");

    [Fact]
    public void A_configuration_without_room_for_it_is_refused() =>
        FluentActions.Invoking(() => PulseRule.PathOf(Fixtures.Make(prometheus: "rule_files: ['/etc/prometheus/rules/r.yml']\n").Prometheus))
            .Should().Throw<ConfigurationException>().WithMessage("*no pattern of 'rule_files' has room for novacron-validation-pulse.yml*");
}
