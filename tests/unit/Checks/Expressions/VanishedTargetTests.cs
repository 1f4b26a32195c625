using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class VanishedTargetTests
{
    [Theory]
    [InlineData(ScrapedText.Discovered, "up{job=\"pods\"} == 0", "rules/r.yml:5:11 Info expression/vanished-target A: a target of pods that discovery no longer finds has no up at all, and what is not there is not == 0: no alert asks for its absence | add an alert for absent(up{job=\"pods\"})")]
    [InlineData(ScrapedText.Redis, "redis_up < 1", "rules/r.yml:5:11 Info expression/vanished-target A: while redis-exporter is down there is no redis_up at all, and what is not there is not < 1: no alert asks for its absence | add an alert for absent(redis_up)")]
    public void What_may_vanish_is_found(string jobs, string expression, string finding) => ScrapedText.Say(new VanishedTarget(), jobs, expression).Should().Equal(finding);

    [Theory]
    // A target that is written down is there whether it answers or not.
    [InlineData(ScrapedText.Redis, "up == 0")]
    [InlineData(ScrapedText.Redis + ScrapedText.Discovered, "up{job=\"redis-exporter\"} == 0")]
    [InlineData(ScrapedText.Discovered, "up{job=\"pods\"} == 0 or absent(up{job=\"pods\"})")]
    [InlineData(ScrapedText.Discovered, "up == 1")]
    [InlineData(ScrapedText.Redis, "redis_connected_clients == 0")]
    public void What_cannot_is_not(string jobs, string expression) => ScrapedText.Say(new VanishedTarget(), jobs, expression).Should().BeEmpty();
}
