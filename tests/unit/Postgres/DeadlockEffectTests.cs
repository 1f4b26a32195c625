using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class DeadlockEffectTests
{
    private static readonly DeadlockOptions Continuous = new() { ConnectionString = "Host=db", RequiredDeadlocks = 3 };
    private static readonly DeadlockOptions Paced = Continuous with { RequiredDeadlocks = 1, Interval = TimeSpan.FromSeconds(12.5) };

    [Theory]
    [InlineData(100, 100, 103, 3, Standing.Holds)]
    [InlineData(100, 100, 102, 3, Standing.NotYet)] // the server has counted fewer than required
    [InlineData(100, 100, 103, 2, Standing.NotYet)] // the sessions were told of fewer than required
    [InlineData(100, 104, 104, 4, Standing.NotYet)] // none since the last proof
    [InlineData(100, 104, 105, 5, Standing.Holds)]
    [InlineData(100, 104, 110, 12, Standing.Holds)] // the server reports two behind
    [InlineData(100, 104, 110, 13, Standing.NotYet)] // three behind
    [InlineData(100, 104, 110, 7, Standing.NotYet)] // deadlocks of others
    [InlineData(100, 104, 103, 5, Standing.Lost)] // statistics went back
    [InlineData(100, 100, 0, 5, Standing.Lost)]
    internal void Both_counts_must_grow_and_agree(long atInjection, long lastProof, long server, long sessions, Standing expected) =>
        DeadlockEffect.Judge(new DeadlockProof(atInjection, lastProof, TimeSpan.FromSeconds(1)), new DeadlockCount(server, sessions), Continuous).Standing.Should().Be(expected);

    [Theory]
    [InlineData(5, Standing.Holds)]
    [InlineData(12.4, Standing.Holds)]
    [InlineData(12.6, Standing.NotYet)]
    internal void With_an_interval_a_pause_of_its_length_is_allowed(double seconds, Standing expected) =>
        DeadlockEffect.Judge(new DeadlockProof(100, 102, TimeSpan.FromSeconds(seconds)), new DeadlockCount(102, 2), Paced).Standing.Should().Be(expected);

    [Fact]
    public void More_pairs_may_be_further_apart() =>
        DeadlockEffect.Judge(new DeadlockProof(0, 0, TimeSpan.Zero), new DeadlockCount(10, 16), Continuous with { Pairs = 3 }).Standing.Should().Be(Standing.Holds);

    [Fact]
    public void The_evidence_has_both_counts() =>
        DeadlockEffect.Judge(new DeadlockProof(100, 102, TimeSpan.FromSeconds(1)), new DeadlockCount(103, 3), Continuous).Evidence
            .Should().Be("pg_stat_database.deadlocks 100 -> 103 since injection, 102 at the last proof 1 s ago; own victims with 40P01: 3");

    [Theory]
    [InlineData(5, 5, 0, false, Standing.Holds)]
    [InlineData(5, 6, 0, false, Standing.NotYet)]
    [InlineData(5, 5, 1, false, Standing.NotYet)]
    [InlineData(5, 5, 0, true, Standing.NotYet)]
    internal void Gone_is_gone_in_every_respect(long before, long after, int sessions, bool schema, Standing expected) =>
        DeadlockEffect.JudgeGone(before, after, sessions, schema).Standing.Should().Be(expected);
}
