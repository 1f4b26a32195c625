using Npgsql;
using NovaCron.Validation.StandIns.Api.Inventory;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Inventory;

public sealed class PostgresFailureTests
{
    [Theory]
    [InlineData("53300", true)]
    [InlineData("57P03", true)]
    [InlineData("08006", true)]
    [InlineData("42P01", true)]
    [InlineData("40P01", false)]
    [InlineData("23505", false)]
    public void The_SQLSTATE_tells_unavailable_from_failed(string state, bool isUnavailable)
    {
        var failure = PostgresFailure.Describe(new PostgresException("broken", "ERROR", "ERROR", state), "SELECT 1");
        failure!.IsUnavailable.Should().Be(isUnavailable);
        failure.Message.Should().Be($"'SELECT 1' failed with SQLSTATE {state}: broken");
    }

    [Fact]
    public void A_timeout_names_its_innermost_cause()
    {
        var failure = PostgresFailure.Describe(new NpgsqlException("outer", new TimeoutException("no answer")), "SELECT 1");
        failure!.IsUnavailable.Should().BeTrue();
        failure.Message.Should().Be("'SELECT 1' could not be run: no answer");
    }

    [Fact]
    public void A_caller_that_went_away_is_no_failure() => PostgresFailure.Describe(new OperationCanceledException(), "SELECT 1").Should().BeNull();
}
