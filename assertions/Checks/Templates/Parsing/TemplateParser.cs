using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <summary>Reads a template as Go does, and refuses what Go refuses. Source: Go's <c>text/template/parse/parse.go</c>.</summary>
/// <param name="text">The template.</param>
/// <param name="functions">The functions that it may call.</param>
/// <param name="variables">The variables that are set before it, each with its dollar sign.</param>
internal sealed partial class TemplateParser(string text, ImmutableHashSet<string> functions, ImmutableArray<string> variables)
{
    // Go has no such bound and a real template is far from it: this one keeps readers of the tree from running out of stack.
    private const int MostNested = 100;

    private readonly List<TemplateToken> _tokens = new TemplateLexer(text).Read();
    private readonly Dictionary<string, ImmutableArray<TemplateNode>> _definitions = [];
    private List<string> _variables = ["$", .. variables];
    private int _at;
    private int _depth;
    private int _ranges;
    private TemplateToken _end;

    /// <summary>Reads it.</summary>
    /// <exception cref="TemplateException">Go refuses it, or it is nested too deeply.</exception>
    public ParsedTemplate Parse()
    {
        var root = ImmutableArray.CreateBuilder<TemplateNode>();
        while (Peek.Kind != TokenKind.Eof)
        {
            var start = Peek;
            if (IsDefinition())
            {
                ParseDefinition(start);
                continue;
            }

            if (ParseNode() is { } node)
            {
                root.Add(node);
                continue;
            }

            throw Refuse($"unexpected {{{{{_end.Value}}}}}", start.Start, End - start.Start);
        }

        return new ParsedTemplate(root.ToImmutable(), _definitions.ToImmutableDictionary());
    }

    private TemplateToken Peek => _tokens[_at];

    // Where what was read last ends.
    private int End => _at == 0 ? 0 : _tokens[_at - 1].End;

    private TemplateToken Next()
    {
        var token = _tokens[_at];
        // The end and an error stay for whoever asks next.
        _at += _at < _tokens.Count - 1 ? 1 : 0;
        return token;
    }

    private void SkipSpace()
    {
        while (Peek.Kind == TokenKind.Space)
        {
            _at++;
        }
    }

    private TemplateToken NextNonSpace()
    {
        SkipSpace();
        return Next();
    }

    private TokenKind PeekNonSpace()
    {
        SkipSpace();
        return Peek.Kind;
    }

    private TemplateToken Expect(TokenKind kind, string context) => NextNonSpace() is var token && token.Kind == kind ? token : throw Unexpected(token, context);

    private static TemplateException Refuse(string message, int start, int length) => new(message, start, length);

    private static TemplateException Refuse(string message, TemplateToken token) => new(message, token.Start, token.Length);

    private static TemplateException Unexpected(TemplateToken token, string context) =>
        token.Kind == TokenKind.Error ? Refuse(token.Value, token) : Refuse($"unexpected {token} in {context}", token);

    private void Deepen(int at)
    {
        if (++_depth > MostNested)
        {
            throw new TemplateException(FormattableString.Invariant($"nested more than {MostNested} levels deep"), at, 0) { IsTooDeep = true };
        }
    }

    private bool IsDefinition()
    {
        var at = _at + 1;
        while (Peek.Kind == TokenKind.LeftDelim && at < _tokens.Count && _tokens[at].Kind == TokenKind.Space)
        {
            at++;
        }

        return Peek.Kind == TokenKind.LeftDelim && at < _tokens.Count && _tokens[at].Kind == TokenKind.Define;
    }

    private void ParseDefinition(TemplateToken start)
    {
        const string context = "define clause";
        Next();
        NextNonSpace();
        var name = NextNonSpace() is { Kind: TokenKind.String or TokenKind.RawString } quoted ? Unquoted(quoted) : throw Unexpected(_tokens[_at - 1], context);
        Expect(TokenKind.RightDelim, context);
        Define(name, ParseAlone(start, context), start);
    }

    // A definition sees none of the variables around it.
    private ImmutableArray<TemplateNode> ParseAlone(TemplateToken start, string context)
    {
        var (outerVariables, outerRanges) = (_variables, _ranges);
        (_variables, _ranges) = (["$"], 0);
        var (body, end) = ParseList(start);
        (_variables, _ranges) = (outerVariables, outerRanges);
        return end.Kind == TokenKind.End ? body : throw Refuse($"unexpected {{{{else}}}} in {context}", end);
    }

    private void Define(string name, ImmutableArray<TemplateNode> body, TemplateToken start)
    {
        var isEmpty = IsEmpty(body);
        if (_definitions.TryGetValue(name, out var other) && !IsEmpty(other))
        {
            if (!isEmpty)
            {
                throw Refuse($"template: multiple definition of template \"{name}\"", start);
            }

            return;
        }

        _definitions[name] = body;
    }

    private bool IsEmpty(ImmutableArray<TemplateNode> nodes) => nodes.All(n => n is TextNode && text.AsSpan(n.Start, n.End - n.Start).IsWhiteSpace());

    // Up to {{end}} or {{else}}, whose word is given back; what follows else is left.
    private (ImmutableArray<TemplateNode> Nodes, TemplateToken End) ParseList(TemplateToken opener)
    {
        Deepen(opener.Start);
        var nodes = ImmutableArray.CreateBuilder<TemplateNode>();
        while (PeekNonSpace() != TokenKind.Eof)
        {
            if (ParseNode() is not { } node)
            {
                _depth--;
                return (nodes.ToImmutable(), _end);
            }

            nodes.Add(node);
        }

        throw Refuse("unexpected EOF: no {{end}} for what begins here", opener);
    }

    // Null for {{end}} and {{else}}, whose word is then in _end.
    private TemplateNode? ParseNode() => NextNonSpace() switch
    {
        { Kind: TokenKind.Text } token => new TextNode(token.Start, token.End),
        { Kind: TokenKind.LeftDelim } token => ParseAction(token),
        var token => throw Unexpected(token, "input"),
    };

    private TemplateNode? ParseAction(TemplateToken start)
    {
        var word = NextNonSpace();
        switch (word.Kind)
        {
            case TokenKind.Block:
                return ParseBlock(start);
            case TokenKind.Break or TokenKind.Continue:
                return ParseJump(start, word);
            case TokenKind.Else:
                _end = word;
                if (PeekNonSpace() is not (TokenKind.If or TokenKind.With))
                {
                    Expect(TokenKind.RightDelim, "else");
                }

                return null;
            case TokenKind.End:
                _end = word;
                Expect(TokenKind.RightDelim, "end");
                return null;
            case TokenKind.If:
                return ParseBranch(start, BranchKind.If);
            case TokenKind.With:
                return ParseBranch(start, BranchKind.With);
            case TokenKind.Range:
                return ParseBranch(start, BranchKind.Range);
            case TokenKind.Template:
                return ParseCall(start);
            default:
                _at -= word.Kind is TokenKind.Eof or TokenKind.Error ? 0 : 1;
                return new ActionNode(ParsePipeline("command", TokenKind.RightDelim), start.Start, End);
        }
    }
}
