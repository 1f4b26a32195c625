using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class RowLocksTests
{
    private static readonly Dictionary<long, StatementTime> AtInjection = new() { [1] = new(100, 0.5), [2] = new(7, 7) };
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(110, 20.5, 1, Standing.Holds)] // 2 s each
    [InlineData(110, 10.5, 1, Standing.Holds)] // 1 s each
    [InlineData(110, 10.4, 1, Standing.NotYet)]
    [InlineData(110, 20.5, 0, Standing.NotYet)] // nobody locks any more
    [InlineData(100, 0.5, 1, Standing.NotYet)] // none has ended
    [InlineData(99, 0.4, 1, Standing.Lost)] // statistics went back
    internal void The_mean_since_injection_decides(long calls, double seconds, long locks, Standing expected) =>
        Judge(new() { [1] = new(calls, seconds), [2] = new(7, 7) }, locks).Standing.Should().Be(expected);

    [Fact]
    public void A_statement_that_is_new_counts_from_nothing() => Judge(new() { [3] = new(2, 3) }, 1).Standing.Should().Be(Standing.Holds);

    [Fact]
    public void What_was_slow_before_the_injection_proves_nothing() => Judge(AtInjection, 1).Standing.Should().Be(Standing.NotYet);

    [Fact]
    public void The_evidence_has_the_slowest_statement_and_the_locks() =>
        Judge(new() { [1] = new(110, 20.5), [2] = new(8, 7.1) }, 1).Evidence.Should().Be(
            "pg_stat_statements: the slowest statement on the table took 2 s on average over 10 calls since injection, of at least 1 s; pg_locks: 1 of the fault on the table, 4 sessions waiting for it");

    [Theory]
    [InlineData(0, 0, 0, Standing.Holds)]
    [InlineData(1, 0, 0, Standing.NotYet)]
    [InlineData(0, 1, 0, Standing.NotYet)]
    [InlineData(0, 0, 1, Standing.NotYet)]
    internal void Gone_is_gone_in_every_respect(long own, long waiting, long sessions, Standing expected) =>
        RowLocksEffect.JudgeGone(new LockReading(own, waiting), sessions).Standing.Should().Be(expected);

    [Theory]
    [InlineData("Orders")]
    [InlineData("orders; drop table orders")]
    [InlineData("")]
    public void A_table_whose_name_would_need_quoting_is_refused(string table) =>
        FluentActions.Invoking(() => new RowLocks(new RowLocksOptions { ConnectionString = "Host=db", Table = table, Hold = OneSecond })).Should().Throw<ArgumentException>().WithMessage("*Table is '*");

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new RowLocks(new RowLocksOptions { ConnectionString = "", Table = "-", Hold = TimeSpan.FromMinutes(2), MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("ConnectionString cannot be read", "Table is '-'", "Hold is 00:02:00", "MaximumDuration is");

    private static Judgement Judge(Dictionary<long, StatementTime> now, long locks) => RowLocksEffect.Judge(AtInjection, now, new LockReading(locks, 4), OneSecond);
}
