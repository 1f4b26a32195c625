using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class DeadlockOptionsTests
{
    private static readonly DeadlockOptions Valid = new() { ConnectionString = "Host=db;Username=novacron;Password=s3cret" };

    [Fact]
    public void Defaults_are_valid()
    {
        Valid.Invoking(o => o.Validate()).Should().NotThrow();
        Valid.Should().Match<DeadlockOptions>(o => o.Pairs == 1 && o.Interval == null && o.DeadlockTimeout == null && o.MaximumDuration == FaultLimits.DefaultMaximumDuration);
    }

    [Fact]
    public void The_interval_of_the_just_below_case_is_valid() => (Valid with { Interval = TimeSpan.FromSeconds(12.5) }).Invoking(o => o.Validate()).Should().NotThrow();

    [Theory]
    [InlineData("")]
    [InlineData("Username=novacron;Password=s3cret")]
    [InlineData("Host=db;Password=s3cret;Nonsense=1")]
    public void A_bad_connection_string_is_refused_without_telling_its_password(string connectionString) =>
        (Valid with { ConnectionString = connectionString }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain("ConnectionString").And.NotContain("s3cret");

    [Fact]
    public void Every_error_is_named_at_once() =>
        (Valid with { Pairs = 51, Interval = TimeSpan.FromSeconds(1), DeadlockTimeout = TimeSpan.FromMinutes(2), RequiredDeadlocks = 0, MaximumDuration = TimeSpan.FromDays(1) })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>()
            .Which.Message.Should().ContainAll("Pairs is 51", "Interval is 00:00:01", "Interval with 51 pairs", "DeadlockTimeout is 00:02:00", "RequiredDeadlocks is 0", "MaximumDuration is 1.00:00:00");

    [Fact]
    public void The_fault_refuses_them_at_once() =>
        FluentActions.Invoking(() => new Deadlocks(Valid with { Pairs = 0 })).Should().Throw<ArgumentException>().WithMessage("DeadlockOptions: Pairs is 0; it must be from 1 to 50");
}
