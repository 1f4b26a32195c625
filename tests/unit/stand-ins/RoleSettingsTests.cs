using NovaCron.Validation.StandIns;

namespace NovaCron.Validation.Tests.Unit.StandIns;

public sealed class RoleSettingsTests
{
    private static readonly RoleSettings Settings = new(name => name switch { "LABELS" => "a=1, b=x=y", "PORT" => "8443", "WORD" => "many", "EMPTY" => "", _ => null });

    [Fact]
    public void Reads_pairs_and_numbers()
    {
        Settings.Pairs("LABELS").Should().Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "x=y" });
        Settings.Pairs("NONE").Should().BeEmpty();
        Settings.Number("PORT", 1).Should().Be(8443);
        Settings.Number("NONE", 443).Should().Be(443);
    }

    [Fact]
    public void Says_what_is_missing_or_unreadable()
    {
        FluentActions.Invoking(() => Settings.Required("EMPTY")).Should().Throw<InvalidOperationException>().WithMessage("*EMPTY is not set*");
        FluentActions.Invoking(() => Settings.Number("WORD", 1)).Should().Throw<InvalidOperationException>().WithMessage("*WORD*'many'*");
        FluentActions.Invoking(() => Settings.RequiredPair("WORD")).Should().Throw<InvalidOperationException>().WithMessage("*key=value*'many'*");
    }
}
