using NovaCron.Validation.Assertions.Checks.Rules;

namespace NovaCron.Validation.Tests.Unit.Checks.Rules;

public sealed class RecordingCycleTests
{
    private static string Rules(params IEnumerable<string> rules) => "groups:\n- name: g\n  rules:\n" + string.Concat(rules.Select(r => $"  - {{record: '{r.Split('=')[0]}', expr: '{r.Split('=')[1]}'}}\n"));

    [Fact]
    public void Rules_that_need_each_other_are_found() =>
        CheckedText.OfRules(new RecordingCycle(), Rules("a:x=sum(b:x)", "b:x=a:x + up", "c:x=b:x * 2")).Should().Equal(
            "rules/r.yml:4:14 Error rule/recording-cycle a:x: it never has a value, since a:x needs b:x, b:x needs a:x | record one of them from what is scraped",
            "rules/r.yml:5:14 Error rule/recording-cycle b:x: it never has a value, since b:x needs a:x, a:x needs b:x | record one of them from what is scraped");

    [Theory]
    [InlineData("a:x=sum(up)", "b:x=a:x * 2")]
    // It does without its own earlier value.
    [InlineData("a:x=a:x offset 1m or up", "b:x=a:x")]
    [InlineData("a:x=up unless a:x", "b:x=a:x")]
    // The second rule supplies it.
    [InlineData("a:x=a:x + 1", "a:x=up")]
    public void Rules_that_have_a_first_value_are_not(string first, string second) => CheckedText.OfRules(new RecordingCycle(), Rules(first, second)).Should().BeEmpty();

    [Fact]
    public void A_long_circle_takes_no_time() =>
        CheckedText.OfRules(new RecordingCycle(), Rules(Enumerable.Range(0, 1000).Select(i => $"r:{i}=r:{(i + 1) % 1000}"))).Should().HaveCount(1000);
}
