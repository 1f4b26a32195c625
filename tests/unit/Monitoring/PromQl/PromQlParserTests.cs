using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

public sealed class PromQlParserTests
{
    [Theory]
    [InlineData("a + b - c", "[[a + b] - c]")]
    [InlineData("a + b * c ^ d", "[a + [b * [c ^ d]]]")]
    [InlineData("a ^ b ^ c", "[a ^ [b ^ c]]")]
    [InlineData("-a ^ b * c", "[-[a ^ b] * c]")]
    [InlineData("2 ^ -1", "[2 ^ -1]")]
    [InlineData("a atan2 b % c", "[[a atan2 b] % c]")]
    [InlineData("a == b + c", "[a == [b + c]]")]
    [InlineData("a or b and c unless d", "[a or [[b and c] unless d]]")]
    [InlineData("a AND b Or c", "[[a and b] or c]")]
    [InlineData("and and or", "[and and or]")]
    [InlineData("(a + b) * c", "[(a + b) * c]")]
    [InlineData("-a offset 5m", "-a offset 5m")]
    [InlineData("a + b @ 5", "[a + b @ 5.000]")]
    [InlineData("a offset -2 ^ 2", "[a offset -2s ^ 2]")]
    public void Operators_bind_as_in_Prometheus(string expression, string grouped) => Group(PromQlParser.Parse(expression)).Should().Be(grouped);

    [Theory]
    [InlineData("1", PromQlType.Scalar)]
    [InlineData("1 + time()", PromQlType.Scalar)]
    [InlineData("(scalar(a))", PromQlType.Scalar)]
    [InlineData("a + 1", PromQlType.Vector)]
    [InlineData("sum(a)", PromQlType.Vector)]
    [InlineData("vector(1)", PromQlType.Vector)]
    [InlineData("-a", PromQlType.Vector)]
    [InlineData("a[5m]", PromQlType.Matrix)]
    [InlineData("(a[5m:])", PromQlType.Matrix)]
    [InlineData("'x'", PromQlType.String)]
    public void Every_expression_has_its_type(string expression, PromQlType type) => PromQlParser.Parse(expression).Type.Should().Be(type);

    [Theory]
    [InlineData("1_000", 1000)]
    [InlineData("0x1F", 31)]
    [InlineData("017", 15)]
    [InlineData("08", 8)]
    [InlineData("1h30m", 5400)]
    [InlineData("-.5e1", -5)]
    [InlineData("--Inf", double.PositiveInfinity)]
    public void Numbers_and_durations_are_literals_with_their_signs(string expression, double value) =>
        PromQlParser.Parse(expression).Should().BeOfType<NumberLiteral>().Which.Value.Should().Be(value);

    [Fact]
    public void A_selector_keeps_matchers_and_modifiers()
    {
        var selector = PromQlParser.Parse("up{a=\"1\", 'b.c'!~`x|y`} offset -1m @ end()").Should().BeOfType<VectorSelector>().Subject;

        selector.Name.Should().Be("up");
        selector.Matchers.Should().Equal(
            new LabelMatcher("a", LabelMatchType.Equal, "1"),
            new LabelMatcher("b.c", LabelMatchType.NotRegex, "x|y"),
            new LabelMatcher("__name__", LabelMatchType.Equal, "up"));
        selector.Modifiers.Should().Be(new TimeModifiers(new DurationLiteral(TimeSpan.FromMinutes(-1), new TextRange(32, 34)), new AtModifier(AtAnchor.End)));
    }

    [Fact]
    public void A_quoted_metric_name_is_a_matcher() =>
        PromQlParser.Parse("{\"my.metric\"}").Should().BeOfType<VectorSelector>().Which.Matchers.Should().Equal(new LabelMatcher("__name__", LabelMatchType.Equal, "my.metric"));

    [Fact]
    public void A_range_and_a_subquery_keep_their_durations()
    {
        var subquery = PromQlParser.Parse("rate(a[90])[1h:5m] @ 1.5").Should().BeOfType<SubqueryExpression>().Subject;

        (subquery.Range.Value, subquery.Step!.Value).Should().Be((TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)));
        subquery.Modifiers.At.Should().Be(new AtModifier(AtAnchor.Timestamp, 1500));
        subquery.DescendantsAndSelf().OfType<MatrixSelector>().Single().Range.Should().Be(new DurationLiteral(TimeSpan.FromSeconds(90), new TextRange(7, 9)));
    }

    [Fact]
    public void An_aggregation_takes_its_grouping_on_either_side()
    {
        foreach (var expression in (string[])["topk without (x, \"a.b\") (5, a)", "TOPK(5, a) WITHOUT (x, 'a.b',)"])
        {
            var aggregate = PromQlParser.Parse(expression).Should().BeOfType<AggregateExpression>().Subject;
            (aggregate.Operator, aggregate.Without, aggregate.Parameter!.ToString()).Should().Be(("topk", true, "5"));
            aggregate.Grouping.Should().Equal("x", "a.b");
        }
    }

    [Fact]
    public void Matching_is_kept_between_vectors_alone()
    {
        var joined = (BinaryExpression)PromQlParser.Parse("a > bool on(x) group_left(y) b");
        (joined.ReturnsBool, joined.Matching!.On, joined.Matching.Cardinality).Should().Be((true, true, VectorMatchCardinality.ManyToOne));
        joined.Matching.Include.Should().Equal("y");
        joined.Modifiers.Of("a > bool on(x) group_left(y) b").Should().Be("bool on(x) group_left(y)");

        ((BinaryExpression)PromQlParser.Parse("a + on() 1")).Matching.Should().BeNull();
        ((BinaryExpression)PromQlParser.Parse("a and b")).Matching!.Cardinality.Should().Be(VectorMatchCardinality.ManyToMany);
    }

    [Theory]
    [InlineData("  sum(a)  by (x)  +  rate ( b[5m] ) ", "sum(a)  by (x)  +  rate ( b[5m] )|sum(a)  by (x)|a|rate ( b[5m] )|b[5m]|b")]
    [InlineData("-( a{b=\"ü\"} offset 5m )", "-( a{b=\"ü\"} offset 5m )|( a{b=\"ü\"} offset 5m )|a{b=\"ü\"} offset 5m")]
    [InlineData("a[5m] # x\n @ 3", "a[5m] # x\n @ 3|a")]
    [InlineData("- 5", "- 5")]
    public void Every_node_knows_its_text(string expression, string texts) =>
        string.Join('|', PromQlParser.Parse(expression).DescendantsAndSelf().Select(n => n.TextIn(expression))).Should().Be(texts);

    [Fact]
    public void The_form_alone_knows_no_functions_and_no_types()
    {
        const string Expression = "holt_winters(a[5m], 0.5, 0.5) > limitk(1, sum(1 > 2))";
        var parse = () => PromQlParser.Parse(Expression);

        parse.Should().Throw<PromQlException>();
        PromQlParser.ParseForm(Expression).ToString().Should().Be(Expression);
    }

    [Theory]
    [InlineData("sum(a) offset 5m", "sum(a)")]
    [InlineData("a offset 5m offset 6m", "a offset 6m")]
    [InlineData("rate(a[5m]) @ 5", "rate(a[5m])")]
    [InlineData("a @ 5 @ 6", "a @ 6.000")]
    [InlineData("(a)[5m]", "(a)")]
    [InlineData("a offset 5m[6m]", "a[6m] offset 5m")]
    [InlineData("a{b=~\"(\"}", "a{b=~\"(\"}")]
    public void The_form_alone_leaves_out_what_has_no_place(string expression, string tree) => PromQlParser.ParseForm(expression).ToString().Should().Be(tree);

    [Theory]
    [InlineData("rate(a[5m] offset -1h)[2h:30] + b offset --1d", "00:05:00@7 -01:00:00@19 02:00:00@23 00:00:30@26 1.00:00:00@43")]
    [InlineData("sum(a) offset 5m", "00:05:00@14")]
    [InlineData("a[5m] > [6m]", "00:05:00@2")]
    [InlineData("a > 5m", "")]
    [InlineData("\"[5m]", "")]
    public void Durations_are_found_up_to_where_the_form_breaks_off(string expression, string found) =>
        string.Join(' ', PromQlParser.DurationsIn(expression).Select(d => $"{d.Value}@{d.Literal.Start}")).Should().Be(found);

    [Fact]
    public void Every_expression_of_the_strategy_is_taken() =>
        Fixtures.Load("documented").Alerts.Select(a => PromQlParser.Parse(a.Expr)).Should().HaveCount(20).And.OnlyContain(e => e.Type == PromQlType.Vector);

    private static string Group(PromQlExpression node) => node switch
    {
        BinaryExpression binary => $"[{Group(binary.Left)} {binary.Operator.Text()} {Group(binary.Right)}]",
        UnaryExpression unary => (unary.IsNegative ? "-" : "+") + Group(unary.Expression),
        _ => node.ToString(),
    };
}
