using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class TableLockOptionsTests
{
    private static readonly TableLockOptions Valid = new() { ConnectionString = "Host=db;Username=postgres;Password=s3cret", Table = "vms", Hold = TimeSpan.FromSeconds(2) };

    [Fact]
    public void Defaults_are_valid() => Valid.Invoking(o => o.Validate()).Should().NotThrow();

    [Fact]
    public void Every_error_is_named_at_once() =>
        (Valid with { ConnectionString = "Password=s3cret", Table = "", Hold = TimeSpan.FromMinutes(2), Pause = TimeSpan.Zero, MaximumDuration = TimeSpan.Zero })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>()
            .Which.Message.Should().ContainAll("ConnectionString", "Table is empty", "Hold is 00:02:00", "Pause is 00:00:00", "MaximumDuration is 00:00:00")
            .And.NotContain("s3cret");

    [Fact]
    public void The_fault_refuses_them_at_once() =>
        FluentActions.Invoking(() => new TableLock(Valid with { Table = "" })).Should().Throw<ArgumentException>().WithMessage("TableLockOptions: Table is empty");
}
