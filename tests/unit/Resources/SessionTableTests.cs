using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Unit.Resources;

public sealed class SessionTableTests
{
    private const string Table =
        """
        1 (NovaCron (api)) S 0 1 1 0 -1 4194560
        41 (sh) S 0 41 41 0 -1 4194304
        43 (tail) R 41 41 41 0 -1 4194304
        42 (head) Z 41 41 41 0 -1 4194304
        57 (cat) R 0 57 57 0 -1 4194304
        """;

    [Fact]
    public void Only_the_living_of_the_session_are_named() => SessionTable.Living(Table, 41).Should().Equal(41, 43);

    [Fact]
    public void A_session_that_has_ended_has_none() => SessionTable.Living(Table, 42).Should().BeEmpty();

    [Fact]
    public void A_table_that_cannot_be_read_proves_nothing() =>
        FluentActions.Invoking(() => SessionTable.Living("41 sh S", 41)).Should().Throw<FormatException>().WithMessage("*'41 sh S'*");
}
