using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <content>Branches, jumps, and calls of templates.</content>
internal sealed partial class TemplateParser
{
    private JumpNode ParseJump(TemplateToken start, TemplateToken word)
    {
        var next = NextNonSpace();
        if (next.Kind != TokenKind.RightDelim)
        {
            throw Unexpected(next, $"{{{{{word.Value}}}}}");
        }

        return _ranges > 0 ? new JumpNode(start.Start, End) : throw Refuse($"{{{{{word.Value}}}}} outside {{{{range}}}}", start.Start, End - start.Start);
    }

    private BranchNode ParseBranch(TemplateToken start, BranchKind kind)
    {
        var known = _variables.Count;
        var pipeline = ParsePipeline(WordOf(kind), TokenKind.RightDelim);
        _ranges += kind == BranchKind.Range ? 1 : 0;
        var (body, end) = ParseList(start);
        _ranges -= kind == BranchKind.Range ? 1 : 0;
        var otherwise = end.Kind == TokenKind.Else ? ParseElse(start, kind) : [];
        _variables.RemoveRange(known, _variables.Count - known);
        return new BranchNode(kind, pipeline, body, otherwise, start.Start, End);
    }

    // {{else if}} shares the {{end}} of the branch before it.
    private ImmutableArray<TemplateNode> ParseElse(TemplateToken start, BranchKind kind)
    {
        if ((kind, Peek.Kind) is (BranchKind.If, TokenKind.If) or (BranchKind.With, TokenKind.With))
        {
            Next();
            Deepen(start.Start);
            var chained = ParseBranch(start, kind);
            _depth--;
            return [chained];
        }

        var (nodes, end) = ParseList(start);
        return end.Kind == TokenKind.End ? nodes : throw Refuse("expected end; found {{else}}", end);
    }

    private TemplateCallNode ParseCall(TemplateToken start)
    {
        const string context = "template clause";
        var name = ParseName(context);
        if (PeekNonSpace() == TokenKind.RightDelim)
        {
            Next();
            return new TemplateCallNode(Unquoted(name), name.Start, name.End, null, start.Start, End);
        }

        return new TemplateCallNode(Unquoted(name), name.Start, name.End, ParsePipeline(context, TokenKind.RightDelim), start.Start, End);
    }

    private TemplateCallNode ParseBlock(TemplateToken start)
    {
        const string context = "block clause";
        var name = ParseName(context);
        var pipeline = ParsePipeline(context, TokenKind.RightDelim);
        Define(Unquoted(name), ParseAlone(start, context), start);
        return new TemplateCallNode(Unquoted(name), name.Start, name.End, pipeline, start.Start, End);
    }

    private TemplateToken ParseName(string context) =>
        NextNonSpace() is { Kind: TokenKind.String or TokenKind.RawString } name ? name : throw Unexpected(_tokens[Math.Max(_at - 1, 0)], context);

    private static string WordOf(BranchKind kind) => kind switch { BranchKind.If => "if", BranchKind.With => "with", _ => "range" };
}
