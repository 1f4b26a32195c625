using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class RevokedRightOptionsTests
{
    private static readonly RevokedRightOptions Valid = new() { ConnectionString = "Host=db;Username=postgres;Password=s3cret", Role = "novacron", Table = "vms", Right = "INSERT" };

    [Fact]
    public void Defaults_are_valid() => Valid.Invoking(o => o.Validate()).Should().NotThrow();

    [Fact]
    public void Every_error_is_named_at_once() =>
        (Valid with { ConnectionString = "Password=s3cret", Role = "", Table = " ", Right = "SUPERUSER", LongestPause = TimeSpan.Zero, MaximumDuration = TimeSpan.FromDays(1) })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>()
            .Which.Message.Should().ContainAll("ConnectionString", "Role is empty", "Table is empty", "Right is SUPERUSER; it must be one of SELECT, INSERT, UPDATE, DELETE", "LongestPause is 00:00:00", "MaximumDuration is 1.00:00:00")
            .And.NotContain("s3cret");

    [Fact]
    public void The_fault_refuses_them_at_once() =>
        FluentActions.Invoking(() => new RevokedRight(Valid with { Right = "insert" })).Should().Throw<ArgumentException>().WithMessage("RevokedRightOptions: Right is insert*");
}
