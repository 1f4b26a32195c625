using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class PostgresServerTests
{
    [Theory]
    [InlineData("Host=db;Username=novacron", null)]
    [InlineData("", "it names no Host")]
    [InlineData("Username=novacron", "it names no Host")]
    [InlineData("Host=db;Nonsense=1", "ArgumentException")]
    public void A_connection_string_that_cannot_work_is_found_out(string connectionString, string? error) =>
        PostgresServer.ErrorIn(connectionString).Should().Be(error);

    [Fact]
    public void The_target_is_named_without_the_password() =>
        new PostgresServer("Host=db;Port=5433;Database=novacron;Username=u;Password=s3cret", "session", PostgresServer.QuickCommand).Target.Should().Be("database novacron at db:5433");

    [Theory]
    [InlineData("vms", "\"vms\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void An_identifier_stays_one_whatever_is_in_it(string identifier, string quoted) =>
        PostgresServer.Quote(identifier).Should().Be(quoted);
}
