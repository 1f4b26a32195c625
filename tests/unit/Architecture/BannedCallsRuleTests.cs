namespace NovaCron.Validation.Tests.Unit.Architecture;

public sealed class BannedCallsRuleTests
{
    // Put together, so that the rule does not find itself.
    private const string Sleep = "Thread" + ".Sleep";

    [Fact]
    public void Time_comes_from_a_time_provider_and_nobody_sleeps() =>
        BannedCallsRule.Violations(Repository.Own()).Should().BeEmpty();

    [Theory]
    [InlineData("assertions/A.cs", "var a = 1;\nvar now = DateTime.UtcNow;", "assertions/A.cs:2: DateTime.UtcNow: take a TimeProvider")]
    [InlineData("environments/A.cs", "var now = System.DateTimeOffset.Now;", "environments/A.cs:1: DateTimeOffset.Now: take a TimeProvider")]
    [InlineData("scenarios/A.cs", "var text = $\"{DateTimeOffset.UtcNow:O}\";", "scenarios/A.cs:1: DateTimeOffset.UtcNow: take a TimeProvider")]
    [InlineData("fault-injectors/A.cs", "var a = \"http://x\"; var today = DateTime.Today;", "fault-injectors/A.cs:1: DateTime.Today: take a TimeProvider")]
    [InlineData("environments/A.cs", "/* a\n */ " + Sleep + "(1);", "environments/A.cs:2: " + Sleep + ": wait on a state, with a timeout")]
    [InlineData("environments/stand-ins/A.cs", Sleep + "(1);", "environments/stand-ins/A.cs:1: " + Sleep + ": wait on a state, with a timeout")]
    [InlineData("tests/unit/A.cs", Sleep + "(1);", "tests/unit/A.cs:1: " + Sleep + ": wait on a state, with a timeout")]
    public void A_wall_clock_or_a_sleep_is_caught(string path, string source, string violation)
    {
        using var tree = new TemporaryTree().With(path, source);
        BannedCallsRule.Violations(tree.Repository).Should().Equal(violation);
    }

    [Theory]
    [InlineData("environments/stand-ins/A.cs", "var now = DateTime.UtcNow;")]
    [InlineData("assertions/A.cs", "// DateTime.UtcNow is banned\n/* so is\nDateTime.Now */ var now = clock.GetUtcNow();")]
    [InlineData("assertions/A.cs", "var a = MyDateTime.UtcNowish;")]
    public void What_is_allowed_passes(string path, string source)
    {
        using var tree = new TemporaryTree().With(path, source);
        BannedCallsRule.Violations(tree.Repository).Should().BeEmpty();
    }
}
