using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class TransactionRateTests
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(1000, 33_000, Standing.Holds)]
    [InlineData(1000, 32_999, Standing.NotYet)]
    [InlineData(1000, 1000, Standing.NotYet)]
    [InlineData(1000, 999, Standing.Lost)] // statistics went back
    internal void The_server_must_count_fast_enough(long before, long after, Standing expected) =>
        TransactionRateEffect.Judge(before, after, TwoSeconds, 16_000).Standing.Should().Be(expected);

    [Fact]
    public void The_evidence_has_both_counts_and_the_rate() =>
        TransactionRateEffect.Judge(1000, 41_000, TwoSeconds, 16_000).Evidence
            .Should().Be("pg_stat_database.xact_commit 1000 -> 41000 in 2 s, 20000 of at least 16000 per second");

    [Theory]
    [InlineData(2000, 0, false, Standing.Holds)] // others' commits go on
    [InlineData(2001, 0, false, Standing.NotYet)]
    [InlineData(0, 1, false, Standing.NotYet)]
    [InlineData(0, 0, true, Standing.NotYet)]
    internal void Gone_is_gone_in_every_respect(long more, long sessions, bool schema, Standing expected) =>
        TransactionRateEffect.JudgeGone(5000, 5000 + more, TwoSeconds, 20_000, sessions, schema).Standing.Should().Be(expected);

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new TransactionRate(new TransactionRateOptions { ConnectionString = "Host=", PerSecond = 99, Sessions = 0, EffectiveShare = 0, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("it names no Host", "PerSecond is 99", "Sessions is 0", "EffectiveShare is 0", "MaximumDuration is");
}
