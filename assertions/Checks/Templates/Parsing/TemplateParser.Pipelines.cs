using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <content>Pipelines, commands and operands.</content>
internal sealed partial class TemplateParser
{
    private Pipeline ParsePipeline(string context, TokenKind end)
    {
        SkipSpace();
        var start = Peek.Start;
        var (declared, isAssignment) = ParseDeclarations(context);
        var commands = ImmutableArray.CreateBuilder<Command>();
        while (PeekNonSpace() != end)
        {
            if (Peek.Kind is not (TokenKind.Bool or TokenKind.CharConstant or TokenKind.Dot or TokenKind.Field or TokenKind.Identifier or TokenKind.Number or TokenKind.Nil
                or TokenKind.RawString or TokenKind.String or TokenKind.Variable or TokenKind.LeftParen))
            {
                throw Unexpected(Peek, context);
            }

            var at = Peek;
            commands.Add(ParseCommand());
            if (commands.Count > 1 && commands[^1].Operands[0] is StringOperand or ConstantOperand or FieldChain { Base: DotBase, Fields.Length: 0 })
            {
                throw Refuse(FormattableString.Invariant($"non executable command in pipeline stage {commands.Count}"), at);
            }
        }

        var last = Next();
        return commands.Count > 0
            ? new Pipeline(declared, isAssignment, commands.ToImmutable(), start, last.Start)
            : throw Refuse($"missing value for {context}", start, Math.Max(last.End - start, 0));
    }

    private (ImmutableArray<string> Variables, bool IsAssignment) ParseDeclarations(string context)
    {
        var declared = ImmutableArray.CreateBuilder<string>();
        while (PeekNonSpace() == TokenKind.Variable && ParseDeclaration(context, declared))
        {
        }

        return (declared.ToImmutable(), declared.Count > 0 && _tokens[_at - 1].Kind == TokenKind.Assign);
    }

    // Whether another declaration may follow.
    private bool ParseDeclaration(string context, ImmutableArray<string>.Builder declared)
    {
        var back = _at;
        var variable = Next();
        SkipSpace();
        var isList = Peek is { Kind: TokenKind.Char, Value: "," };
        if (!isList && Peek.Kind is not (TokenKind.Assign or TokenKind.Declare))
        {
            _at = back;
            return false;
        }

        var separator = Next();
        declared.Add(variable.Value);
        _variables.Add(variable.Value);
        if (!isList)
        {
            return false;
        }

        if (context != "range" || declared.Count >= 2)
        {
            throw Refuse($"too many declarations in {context}", separator);
        }

        if (PeekNonSpace() is not (TokenKind.Variable or TokenKind.RightDelim or TokenKind.RightParen))
        {
            throw Refuse("range can only initialize variables", Peek);
        }

        return true;
    }

    private Command ParseCommand()
    {
        var operands = ImmutableArray.CreateBuilder<Operand>();
        while (true)
        {
            SkipSpace();
            if (ParseOperand() is { } operand)
            {
                operands.Add(operand);
            }

            if (Peek.Kind == TokenKind.Space)
            {
                continue;
            }

            if (Peek.Kind == TokenKind.Pipe)
            {
                Next();
            }
            else if (Peek.Kind is not (TokenKind.RightDelim or TokenKind.RightParen))
            {
                throw Unexpected(Peek, "operand");
            }

            return operands.Count > 0 ? new Command(operands.ToImmutable()) : throw Refuse("empty command", Peek);
        }
    }

    private Operand? ParseOperand()
    {
        var start = Peek;
        var term = ParseTerm();
        if (term is null || Peek.Kind != TokenKind.Field)
        {
            return term;
        }

        var fields = ImmutableArray.CreateBuilder<string>();
        while (Peek.Kind == TokenKind.Field)
        {
            fields.Add(Next().Value[1..]);
        }

        return term switch
        {
            FieldChain { Base: not DotBase } chain => chain with { Fields = [.. chain.Fields, .. fields], End = End },
            FieldChain { Fields.Length: > 0 } chain => chain with { Fields = [.. chain.Fields, .. fields], End = End },
            FunctionOperand function => new FieldChain(new FunctionBase(function.Name), fields.ToImmutable(), start.Start, End),
            _ => throw Refuse($"unexpected . after term \"{start.Value}\"", start),
        };
    }

    private Operand? ParseTerm() => Peek switch
    {
        { Kind: TokenKind.Error } token => throw Refuse(token.Value, token),
        { Kind: TokenKind.Identifier } token => functions.Contains(Next().Value)
            ? new FunctionOperand(token.Value, token.Start, token.End)
            : throw Refuse($"function \"{token.Value}\" not defined", token),
        { Kind: TokenKind.Dot } token => Take(new FieldChain(new DotBase(), [], token.Start, token.End)),
        { Kind: TokenKind.Field } token => Take(new FieldChain(new DotBase(), [token.Value[1..]], token.Start, token.End)),
        { Kind: TokenKind.Variable } token => _variables.Contains(token.Value)
            ? Take(new FieldChain(new VariableBase(token.Value), [], token.Start, token.End))
            : throw Refuse($"undefined variable \"{token.Value}\"", token),
        { Kind: TokenKind.Nil or TokenKind.Bool } token => Take(new ConstantOperand(token.Start, token.End)),
        { Kind: TokenKind.Number } token => GoText.IsNumber(token.Value)
            ? Take(new ConstantOperand(token.Start, token.End))
            : throw Refuse($"illegal number syntax: \"{token.Value}\"", token),
        { Kind: TokenKind.CharConstant } token => GoText.Unquote(token.Value) is not null
            ? Take(new ConstantOperand(token.Start, token.End))
            : throw Refuse($"malformed character constant: {token.Value}", token),
        { Kind: TokenKind.String or TokenKind.RawString } token => Take(new StringOperand(Unquoted(token), token.Start, token.End)),
        { Kind: TokenKind.LeftParen } token => ParseParentheses(token),
        _ => null,
    };

    private Operand Take(Operand operand)
    {
        Next();
        return operand;
    }

    private FieldChain ParseParentheses(TemplateToken start)
    {
        Next();
        Deepen(start.Start);
        var pipeline = ParsePipeline("parenthesized pipeline", TokenKind.RightParen);
        _depth--;
        return new FieldChain(new PipelineBase(pipeline), [], start.Start, End);
    }

    private static string Unquoted(TemplateToken token) => GoText.Unquote(token.Value) ?? throw Refuse("invalid syntax", token);
}
