using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Unit.Postgres;

public sealed class RevokedRightEffectTests
{
    private static readonly RevokedRightEffect Effect = new("INSERT on vms for novacron");

    [Theory]
    [InlineData(10, false, 11, Standing.Holds)]
    [InlineData(10, false, 10, Standing.NotYet)] // revoked, and nobody was refused since the last proof
    [InlineData(10, true, 11, Standing.Lost)] // granted again by somebody else
    [InlineData(10, false, 9, Standing.Lost)] // statistics went back
    internal void The_right_must_be_gone_and_refusals_must_go_on(long atLastProof, bool granted, long rollbacks, Standing expected) =>
        Effect.Judge(atLastProof, new RightReading(granted, rollbacks)).Standing.Should().Be(expected);

    [Theory]
    [InlineData(true, Standing.Holds)]
    [InlineData(false, Standing.NotYet)]
    internal void Gone_is_granted_again(bool granted, Standing expected) =>
        Effect.JudgeGone(10, new RightReading(granted, 12)).Standing.Should().Be(expected);

    [Fact]
    public void The_evidence_names_right_and_counter() =>
        Effect.Judge(10, new RightReading(false, 12)).Evidence
            .Should().Be("has_table_privilege, INSERT on vms for novacron: false; pg_stat_database.xact_rollback 10 -> 12");
}
