using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Tests.Stack.PromQl;

/// <summary>Our parser against Prometheus' own: the same tree, or both refuse.</summary>
public sealed class PromQlParserTests(ReferencePrometheus reference) : IClassFixture<ReferencePrometheus>
{
    private const int Generated = 2000;
    private const int Spoilt = 2000;
    private const int WidestLineBytes = 100;
    private static readonly ParallelOptions Parallel4 = new() { MaxDegreeOfParallelism = 4 };

    [Fact]
    public void The_reference_is_the_version_whose_language_is_parsed() => reference.Version.Should().StartWith("3.5.");

    [Fact]
    public async Task Every_hand_written_expression_has_the_same_tree_or_is_refused_by_both()
    {
        PromQlCorpus.Expressions.Should().HaveCountGreaterThan(300);
        await CompareAsync(PromQlCorpus.Expressions, leastTaken: 150, leastRefused: 100);
    }

    [Fact]
    public async Task Every_generated_expression_has_the_same_tree_or_is_refused_by_both()
    {
        var generator = new PromQlGenerator(1);
        await CompareAsync([.. Enumerable.Range(0, Generated).Select(_ => generator.Next())], leastTaken: Generated / 2, leastRefused: 0);
    }

    [Fact]
    public async Task Every_spoilt_expression_has_the_same_tree_or_is_refused_by_both()
    {
        var generator = new PromQlGenerator(2);
        await CompareAsync([.. Enumerable.Range(0, Spoilt).Select(_ => generator.NextSpoilt())], leastTaken: Spoilt / 20, leastRefused: Spoilt / 4);
    }

    [Theory]
    [InlineData("a + b", "a - b")]
    [InlineData("a + b * c", "(a + b) * c")]
    [InlineData("rate(a[5m])", "rate(a[6m])")]
    [InlineData("a", "a @ 0")]
    public async Task Different_expressions_have_different_trees(string one, string other) =>
        JsonNode.DeepEquals((await reference.ParseAsync(one)).Tree, PromQlTree.Of(PromQlParser.Parse(other))).Should().BeFalse();

    private async Task CompareAsync(IReadOnlyList<string> expressions, int leastTaken, int leastRefused)
    {
        var differences = new ConcurrentBag<string>();
        var taken = 0;
        await Parallel.ForEachAsync(expressions, Parallel4, async (expression, _) =>
        {
            var (tree, refusal) = await reference.ParseAsync(expression);
            Interlocked.Add(ref taken, tree is null ? 0 : 1);
            if (Difference(expression, tree, refusal) is { } difference)
            {
                differences.Add($"{expression}\n    {difference}");
            }
            else if (tree is not null && await PrintDifferenceAsync(PromQlParser.Parse(expression), tree) is { } printed)
            {
                differences.Add($"{expression}\n    {printed}");
            }
        });

        string.Join('\n', differences.Order(StringComparer.Ordinal)).Should().BeEmpty("{0} of {1} expressions differ", differences.Count, expressions.Count);
        taken.Should().BeGreaterThanOrEqualTo(leastTaken);
        (expressions.Count - taken).Should().BeGreaterThanOrEqualTo(leastRefused);
    }

    private static string? Difference(string expression, JsonNode? tree, string? refusal)
    {
        try
        {
            var ours = PromQlTree.Of(PromQlParser.Parse(expression));
            return tree is null ? $"Prometheus refuses it ({refusal}); we read {ours.ToJsonString()}"
                : JsonNode.DeepEquals(tree, ours) ? null : $"Prometheus reads {tree.ToJsonString()}\n    we read         {ours.ToJsonString()}";
        }
        catch (PromQlException ours)
        {
            return tree is null ? null : $"Prometheus reads {tree.ToJsonString()}; we refuse it ({ours.Message})";
        }
    }

    // Prometheus reads our print as the same tree, and prints the same where its own print can be read again.
    private async Task<string?> PrintDifferenceAsync(PromQlExpression expression, JsonNode tree)
    {
        var print = PromQlPrinter.Print(expression);
        var (again, refusal) = await reference.ParseAsync(print);
        if (again is null || !JsonNode.DeepEquals(PromQlTree.Sorted(again), PromQlTree.Sorted(tree)))
        {
            return $"our print {print} is another expression to Prometheus: {refusal ?? again!.ToJsonString()}";
        }

        var (format, _) = await reference.FormatAsync(print);
        var theirs = format?.GetValue<string>();
        return theirs is null || theirs == print || Encoding.UTF8.GetByteCount(print) > WidestLineBytes || !await KeepsAllAsync(theirs, expression, tree)
            ? null
            : $"we print {print}, Prometheus {theirs}";
    }

    // Prometheus' print cuts durations to milliseconds, which its trees do not show, and leaves quotes out that its parser needs.
    private async Task<bool> KeepsAllAsync(string theirs, PromQlExpression expression, JsonNode tree)
    {
        var (again, _) = await reference.ParseAsync(theirs);
        return again is not null
            && JsonNode.DeepEquals(PromQlTree.Sorted(again), PromQlTree.Sorted(tree))
            && PromQlParser.DurationsIn(theirs).Select(d => d.Value).SequenceEqual(PromQlParser.DurationsIn(expression.ToString()).Select(d => d.Value));
    }
}
