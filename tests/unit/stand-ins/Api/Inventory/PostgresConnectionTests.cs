using NovaCron.Validation.StandIns.Api.Inventory;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Inventory;

public sealed class PostgresConnectionTests
{
    [Fact]
    public void What_is_left_open_is_bounded()
    {
        var bound = PostgresConnection.Bound("Host=postgres;Database=novacron");
        (bound.Host, bound.CommandTimeout, bound.Timeout, bound.MaxPoolSize, bound.ApplicationName).Should().Be(("postgres", 5, 5, 10, "novacron-api"));
    }

    [Theory]
    [InlineData("Host=postgres;Command Timeout=9;Timeout=8;Maximum Pool Size=50")]
    [InlineData("Host=postgres;CommandTimeout=9;Timeout=8;MaxPoolSize=50")]
    public void What_is_given_counts(string given)
    {
        var bound = PostgresConnection.Bound(given);
        (bound.CommandTimeout, bound.Timeout, bound.MaxPoolSize).Should().Be((9, 8, 50));
    }

    [Fact]
    public void What_is_no_connection_string_is_refused() =>
        FluentActions.Invoking(() => PostgresConnection.Bound("postgres://x")).Should().Throw<ArgumentException>();
}
