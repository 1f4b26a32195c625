using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Checks;

public sealed class CheckLedgerTests
{
    [Fact]
    public void An_entry_foretells_what_its_checks_say_of_its_subject()
    {
        var ledger = new[] { Entry("a", "S", new FoundBy("x/y", ["is empty"])), Entry("b", "S", new FoundBy("x/z", [])) };

        Compare(ledger, ("x/y", "S", "b is empty"), ("x/z", "S", "anything")).Should().Equal("x/y b is empty: a", "x/z anything: b");
    }

    [Theory]
    [InlineData("x/y", "S", "b is missing")]
    [InlineData("x/y", "T", "b is empty")]
    [InlineData("x/z", "S", "b is empty")]
    public void Another_finding_at_the_same_place_is_new(string check, string subject, string message) =>
        Compare([Entry("a", "S", new FoundBy("x/y", ["is empty"]))], ("x/y", "S", "c is empty"), (check, subject, message)).Should().Equal("x/y c is empty: a", $"{check} {message}: new");

    [Fact]
    public void An_entry_that_nothing_finds_is_stale() =>
        Compare([Entry("a", "S", new FoundBy("x/y", ["is empty"]), new FoundBy("x/z", []))], ("x/y", "S", "is full")).Should().Equal(
            "x/y is full: new", "ledger/no-longer-found expected x/y or x/z to find it for S, found that none does: new");

    [Fact]
    public void A_text_that_nothing_says_is_stale() =>
        Compare([Entry("a", "S", new FoundBy("x/y", ["one", "two"]))], ("x/y", "S", "one")).Should().Equal("x/y one: a", "ledger/no-longer-found expected x/y to say \"two\", found that it does not: new");

    [Fact]
    public void An_entry_with_several_subjects_may_say_of_each_something_else()
    {
        var foundBy = new FoundBy("x/y", ["one", "two"]);

        Compare([Entry("a", "S", foundBy), Entry("a", "T", foundBy)], ("x/y", "S", "one"), ("x/y", "T", "two")).Should().Equal("x/y one: a", "x/y two: a");
        Compare([Entry("a", "S", foundBy), Entry("a", "T", foundBy)], ("x/y", "S", "one"), ("x/y", "S", "two")).Should().Equal("x/y one: a", "x/y two: a", "ledger/no-longer-found expected x/y to find it for T, found that none does: new");
    }

    private static IEnumerable<string> Compare(IReadOnlyCollection<KnownDefect> ledger, params IEnumerable<(string Check, string Subject, string Message)> found) =>
        CheckLedger.Compare([.. found.Select(f => new Finding { Check = f.Check, Severity = Severity.Error, Subject = f.Subject, Position = new SourcePosition("f.yml", 1, 1), Message = f.Message })], ledger)
            .Select(f => $"{f.Check} {f.Message}: {f.KnownDefect ?? "new"}");

    private static KnownDefect Entry(string id, string subject, params ImmutableArray<FoundBy> foundBy) => new()
    {
        Id = id,
        Stage = "fires",
        Subject = subject,
        Evidence = "e",
        Explanation = "x",
        Mend = "m",
        FoundBy = foundBy,
        Position = new SourcePosition("known-defects.yaml", 2, 3),
    };
}
