using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Tests.Stack.PromQl;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

public sealed class PromQlPropertyTests
{
    private const int Generated = 2000;
    private const int SmallStackBytes = 512 * 1024;

    [Fact]
    public void A_print_reads_as_the_same_tree()
    {
        var generator = new PromQlGenerator(3);
        var expressions = PromQlCorpus.Expressions.Concat(Enumerable.Range(0, Generated).Select(_ => generator.Next()));
        var taken = expressions.Select(TryParse).OfType<PromQlExpression>().ToList();

        taken.Should().HaveCountGreaterThan(Generated / 2);
        taken.Where(tree => !AreSame(tree, PromQlParser.Parse(tree.ToString()))).Select(tree => tree.ToString()).Should().BeEmpty();
        AreSame(PromQlParser.Parse("a - b - c"), PromQlParser.Parse("a - (b - c)")).Should().BeFalse("the property can fail");
    }

    [Fact]
    public void Nodes_lie_inside_their_parents_in_order()
    {
        var generator = new PromQlGenerator(4);
        foreach (var tree in Enumerable.Range(0, Generated).Select(_ => TryParse(generator.Next())).OfType<PromQlExpression>())
        {
            foreach (var node in tree.DescendantsAndSelf())
            {
                var ends = node.Children.Aggregate(node.Start, (at, child) => child.Start >= at && child.End > child.Start ? child.End : int.MaxValue);
                ends.Should().BeLessThanOrEqualTo(node.End, tree.ToString());
            }
        }
    }

    [Fact]
    public void A_spoilt_expression_is_taken_or_refused_at_a_place_in_it()
    {
        var generator = new PromQlGenerator(5);
        Enumerable.Range(0, Generated).Select(_ => generator.NextSpoilt()).Should().OnlyContain(text => IsTakenOrRefused(text));
    }

    [Fact]
    public void Any_text_is_taken_or_refused_at_a_place_in_it()
    {
        var pieces = Gen.Elements(
            "up", "{", "}", "[", "]", "(", ")", "5m", "1h30m", "\"a\\\"b\"", "'", "`", "\"", "\\", "#", "\n", " ", "\t", "==", "=~", "!", ":", ",", "0x", "1e3", "1e", ".", "-", "@", "offset", "é", "🚨", "\r\n", "\0", "\uD800");
        Prop.ForAll(Arb.From(pieces.ListOf()), list => IsTakenOrRefused(string.Concat(list))).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => IsTakenOrRefused(text.Get)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("-", "a", "")]
    [InlineData("abs(", "a", ")")]
    [InlineData("sum by (x) (", "a", ")")]
    [InlineData("a ^ ", "a", "")]
    [InlineData("a + (", "a", ")")]
    [InlineData("", "a", "[5m:]")]
    [InlineData("a{b=~\"", "x", "\"}")]
    [InlineData("a[", "5m", "]")]
    public void Nesting_without_end_is_refused(string before, string middle, string behind)
    {
        const int Levels = 50_000;
        var bomb = string.Concat(Enumerable.Repeat(before, Levels)) + middle + string.Concat(Enumerable.Repeat(behind, Levels));

        ((Action)(() => PromQlParser.Parse(bomb))).Should().Throw<PromQlException>();
        ((Action)(() => PromQlParser.ParseForm(bomb))).Should().Throw<PromQlException>();
    }

    [Theory]
    [InlineData("(", ")", 1)]
    [InlineData("-", "", 1)]
    [InlineData("abs(", ")", 1)]
    [InlineData("a ^ ", "", 1)]
    [InlineData("a or a and a == a + a * a ^ (", ")", 7)]
    public void The_deepest_expression_fits_a_small_stack(string before, string behind, int levels)
    {
        var nests = (PromQlParser.MaxDepth / levels) - 1;
        var expression = string.Concat(Enumerable.Repeat(before, nests)) + "a" + string.Concat(Enumerable.Repeat(behind, nests));

        OnASmallStack(expression).Should().BeNull();
        ((Action)(() => PromQlParser.Parse(string.Concat(Enumerable.Repeat(before, nests + 2)) + "a" + string.Concat(Enumerable.Repeat(behind, nests + 2)))))
            .Should().Throw<PromQlException>().WithMessage("*deeper than 500 levels*");
    }

    [Theory]
    [InlineData(" + a")]
    [InlineData(" or a")]
    [InlineData(" == 1")]
    public void A_long_chain_is_no_nesting(string link) => OnASmallStack("a" + string.Concat(Enumerable.Repeat(link, 20_000))).Should().BeNull();

    // What went wrong; running out of stack would end the process.
    private static Exception? OnASmallStack(string expression)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var tree = PromQlParser.Parse(expression);
                    PromQlParser.Parse(tree.ToString()).DescendantsAndSelf().Should().HaveCount(tree.DescendantsAndSelf().Count());
                    tree.ConstantValue().Should().BeNull();
                    Comparison.Strip(expression);
                }
                catch (Exception thrown)
                {
                    failure = thrown;
                }
            },
            SmallStackBytes);
        thread.Start();
        thread.Join();
        return failure;
    }

    private static bool AreSame(PromQlExpression one, PromQlExpression other) =>
        JsonNode.DeepEquals(PromQlTree.Sorted(PromQlTree.Of(one)), PromQlTree.Sorted(PromQlTree.Of(other)));

    private static PromQlExpression? TryParse(string text)
    {
        try
        {
            return PromQlParser.Parse(text);
        }
        catch (PromQlException)
        {
            return null;
        }
    }

    private static bool IsTakenOrRefused(string text)
    {
        try
        {
            return PromQlParser.Parse(text).End <= text.Length;
        }
        catch (PromQlException refused)
        {
            return refused.Offset >= 0 && refused.Offset <= text.Length && refused.Line >= 1 && refused.Column >= 1;
        }
    }
}
