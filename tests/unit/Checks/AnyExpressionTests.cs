using System.Text.Json;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Tests.Stack.PromQl;

namespace NovaCron.Validation.Tests.Unit.Checks;

/// <summary>Whatever expression a rule has, every check ends.</summary>
public sealed class AnyExpressionTests
{
    [Fact]
    public void Every_check_ends_for_every_expression_of_the_corpus() => All(PromQlCorpus.Expressions);

    [Fact]
    public void Every_check_ends_for_what_the_grammar_makes() => All(Enumerable.Range(0, 600).Select(seed => new PromQlGenerator(seed).Next()));

    [Fact]
    public void Every_check_ends_for_what_is_long_or_deep() => All(
    [
        string.Concat(Enumerable.Repeat("a / b + ", 2_000)) + "a > 1",
        string.Concat(Enumerable.Repeat("a{x=\"1\"} and ", 2_000)) + "a > 1",
        string.Concat(Enumerable.Repeat("sum by (a) (", 240)) + "a / b" + new string(')', 240) + " > 1",
        string.Concat(Enumerable.Repeat("a / (a + ", 200)) + "a" + new string(')', 200) + " > 1",
        string.Concat(Enumerable.Repeat("a > 1 > ", 2_000)) + "1",
    ]);

    private static void All(IEnumerable<string> expressions)
    {
        var rules = expressions.Select((e, i) => $"  - alert: A{i}\n    expr: {JsonSerializer.Serialize(e)}\n  - record: r:{i}\n    expr: {JsonSerializer.Serialize(e)}\n");
        var subject = ScrapedText.Subject(ScrapedText.Redis + ScrapedText.Postgres, "groups:\n- name: g\n  rules:\n" + string.Concat(rules));

        subject.Rules.Should().NotBeEmpty(string.Join("; ", subject.Folder.Unreadable.Select(u => u.Message)));
        foreach (var check in CheckCatalogue.All)
        {
            check.Invoking(c => c.Find(subject).ToList()).Should().NotThrow(check.Name);
        }
    }
}
