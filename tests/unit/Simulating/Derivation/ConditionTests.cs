using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Derivation;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Simulating.Derivation;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("x > 3", "x", Comparator.Above, 3, null)]
    [InlineData("(x >= 3)", "x", Comparator.Above, 3, null)]
    [InlineData("3 > x", "x", Comparator.Below, 3, null)]
    [InlineData("x <= -(1 + 2)", "x", Comparator.Below, -3, null)]
    [InlineData("x == 0", "x", Comparator.EqualTo, 0, null)]
    [InlineData("x > y * 0.9", "x", Comparator.Above, 0.9, "y")]
    [InlineData("x > (0.9 * y)", "x", Comparator.Above, 0.9, "y")]
    [InlineData("x < y / 4", "x", Comparator.Below, 0.25, "y")]
    [InlineData("x > y", "x", Comparator.Above, 1, "y")]
    public void A_comparison_is_read_with_the_signal_on_its_left(string text, string compared, Comparator comparator, double threshold, string? divisor)
    {
        var condition = Condition.Of(PromQlParser.Parse(text));

        (condition.Compared.ToString(), condition.Comparator, condition.Threshold, condition.Divisor?.ToString()).Should().Be((compared, comparator, threshold, divisor));
    }

    [Theory]
    [InlineData("x", "no comparison")]
    [InlineData("absent(x)", "no comparison")]
    [InlineData("x > bool 3", "no comparison")]
    [InlineData("x > 3 and y < 2", "and")]
    [InlineData("x != 3", "!=")]
    [InlineData("1 > bool 2 > bool 3", "no comparison")]
    public void What_is_no_single_condition_is_told(string text, string why) =>
        FluentActions.Invoking(() => Condition.Of(PromQlParser.Parse(text))).Should().Throw<NotDrivableException>().WithMessage($"*{why}*");
}
