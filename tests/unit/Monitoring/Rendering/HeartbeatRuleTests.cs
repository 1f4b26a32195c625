using System.Text;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

public sealed class HeartbeatRuleTests
{
    [Theory]
    [InlineData(1, 15_000)]
    [InlineData(25, 600)]
    [InlineData(300, 50)]
    [InlineData(7, 2142)]
    public void Fires_always_in_a_group_of_its_own(int factor, int milliseconds)
    {
        var file = Fixtures.Make(rules: Encoding.UTF8.GetString(HeartbeatRule.File(new TimeScale(factor)).Span)).RuleFiles.Single();

        var group = file.Groups.Should().ContainSingle().Subject;
        group.Name.Should().Be("novacron-validation-heartbeat");
        group.Interval.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
        var rule = group.Rules.Should().ContainSingle().Subject;
        (rule.Name, rule.Expr, rule.For).Should().Be(("PipelineHeartbeat", "vector(1)", TimeSpan.Zero));
        rule.Labels.Should().BeEmpty();
    }
}
