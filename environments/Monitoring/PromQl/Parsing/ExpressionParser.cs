using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>
/// Builds the tree by recursive descent; operators by precedence climbing. Where <c>generated_parser.y</c> of Prometheus 3.5 leaves a choice,
/// the choice of its generator is made: modifiers bind to the nearest expression, a sign as strongly as <c>*</c>.
/// </summary>
internal sealed partial class ExpressionParser
{
    private const int LongestQuote = 40;
    private readonly string expression;
    private readonly PromQlLexer lexer;
    private readonly TypeChecker? types;
    private PromQlToken token;
    private int lastEnd;
    private int depth;

    /// <summary>Starts at the first token.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="checksTypes">Whether trees that mean nothing are refused.</param>
    public ExpressionParser(string expression, bool checksTypes)
    {
        this.expression = expression;
        lexer = new PromQlLexer(expression);
        types = checksTypes ? new TypeChecker(expression) : null;
    }

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="PromQlException">It is no expression.</exception>
    public PromQlExpression Parse()
    {
        Advance();
        if (token.Kind == PromQlTokenKind.End)
        {
            throw Error("there is no expression");
        }

        var tree = ParseBinary(1);
        return token.Kind == PromQlTokenKind.End ? tree : throw Unexpected("an operator or the end");
    }

    private PromQlExpression ParseBinary(int weakest)
    {
        Descend();
        var left = ParseSigned();
        while (OperatorHere() is { } op && op.Precedence() >= weakest)
        {
            Advance();
            var modifiers = ParseBinaryModifiers();
            var right = ParseBinary(op == BinaryOperator.Power ? op.Precedence() : op.Precedence() + 1);
            left = NewBinary(left, op, right, modifiers);
        }

        depth--;
        return left;
    }

    private BinaryOperator? OperatorHere() =>
        token.Kind is PromQlTokenKind.Sign or PromQlTokenKind.Keyword ? BinaryOperators.Find(token.Text) : null;

    private PromQlExpression ParseSigned()
    {
        if (!token.IsSign("-") && !token.IsSign("+"))
        {
            return ParseModified(ParsePrimary());
        }

        var sign = token;
        Advance();
        var operand = ParseBinary(BinaryOperators.SignPrecedence + 1);
        if (operand is NumberLiteral number)
        {
            return new NumberLiteral(sign.Text == "-" ? -number.Value : number.Value, number.IsDuration, sign.Range.Start, number.End);
        }

        var unary = new UnaryExpression(sign.Text == "-", operand, sign.Range.Start);
        types?.Check(unary);
        return unary;
    }

    private PromQlExpression ParsePrimary() => token.Kind switch
    {
        PromQlTokenKind.Number or PromQlTokenKind.Duration => ParseNumber(),
        PromQlTokenKind.String => ParseString(),
        PromQlTokenKind.Identifier => ParseCallOrSelector(),
        PromQlTokenKind.Keyword when PromQlKeywords.Aggregations.Contains(token.Text) => ParseAggregateOrSelector(),
        PromQlTokenKind.Keyword when PromQlKeywords.MayNameMetric(token.Text) => ParseSelector(TakeAny()),
        PromQlTokenKind.MetricIdentifier => ParseSelector(TakeAny()),
        PromQlTokenKind.Sign when token.Text == "{" => ParseSelector(null),
        PromQlTokenKind.Sign when token.Text == "(" => ParseParentheses(),
        _ => throw Unexpected("an expression"),
    };

    private ParenExpression ParseParentheses()
    {
        var start = TakeSign("(").Start;
        var inner = ParseBinary(1);
        return new ParenExpression(inner, start, TakeSign(")").End);
    }

    private NumberLiteral ParseNumber()
    {
        var literal = TakeAny();
        return new NumberLiteral(SecondsOf(literal), literal.Kind == PromQlTokenKind.Duration, literal.Range.Start, literal.Range.End);
    }

    private StringLiteral ParseString()
    {
        var literal = TakeAny();
        return new StringLiteral(PromQlString.Unquote(literal.Text), literal.Range.Start, literal.Range.End);
    }

    private PromQlExpression ParseCallOrSelector()
    {
        var name = TakeAny();
        if (!token.IsSign("("))
        {
            return ParseSelector(name);
        }

        var arguments = ParseArguments();
        var function = FunctionSignatures.ByName.TryGetValue(name.Text, out var known) ? known : FunctionSignatures.Unknown(name.Text);
        var call = new Call(function, arguments, name.Range.Start, lastEnd);
        types?.Check(call);
        return call;
    }

    private ImmutableArray<PromQlExpression> ParseArguments()
    {
        TakeSign("(");
        var arguments = ImmutableArray.CreateBuilder<PromQlExpression>();
        while (!token.IsSign(")") || arguments.Count > 0)
        {
            arguments.Add(ParseBinary(1));
            if (!token.IsSign(","))
            {
                break;
            }

            Advance();
        }

        TakeSign(")");
        return arguments.ToImmutable();
    }

    private void Descend()
    {
        if (++depth > PromQlParser.MaxDepth)
        {
            throw TooDeep();
        }
    }

    private void Advance()
    {
        lastEnd = token.Range.End;
        token = lexer.Next();
    }

    private PromQlToken TakeAny()
    {
        var taken = token;
        Advance();
        return taken;
    }

    private TextRange TakeSign(string sign) => token.IsSign(sign) ? TakeAny().Range : throw Unexpected(sign);

    private PromQlException TooDeep() => Error($"the expression is deeper than {PromQlParser.MaxDepth} levels");

    private PromQlException Unexpected(string awaited) =>
        Error(token.Kind == PromQlTokenKind.End ? $"the expression ends where {awaited} is awaited" : $"{Shortened(token.Range.Of(expression))} stands where {awaited} is awaited");

    private static string Shortened(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private PromQlException Error(string message) => PromQlException.At(expression, token.Range.Start, message);
}
