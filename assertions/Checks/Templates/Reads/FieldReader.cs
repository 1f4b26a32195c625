using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates.Reads;

/// <summary>
/// Tells which fields of its data a template reads, through variables, branches and the templates that it calls. What it cannot follow, such as a
/// variable that is set anew or the value of a function, it leaves out.
/// </summary>
public sealed class FieldReader
{
    private const int MostCalls = 20;
    private const int MostCalled = 2000;

    // Methods of Alertmanager's KV, Pairs and Alerts: a name that is a method is no key. Source: its template/template.go.
    private static readonly ImmutableHashSet<string> Methods = ["Firing", "Names", "Remove", "Resolved", "SortedPairs", "String", "Values"];

    // Of these, a value comes out that is not the argument's own.
    private static readonly ImmutableHashSet<string> Asking = ["and", "append", "args", "call", "dict", "eq", "ge", "gt", "le", "len", "list", "lt", "match", "ne", "not", "or", "slice"];

    private readonly Func<string, DefinedTemplate?> _definitions;
    private readonly ImmutableHashSet<string> _assigned;
    private readonly List<FieldRead> _reads = [];
    private readonly HashSet<string> _called = [];

    private FieldReader(Func<string, DefinedTemplate?> definitions, ImmutableHashSet<string> assigned) => (_definitions, _assigned) = (definitions, assigned);

    /// <summary>The fields that a rule's label or annotation reads.</summary>
    public static ImmutableArray<FieldRead> OfRule(ParsedTemplate template, TemplateSource source)
    {
        var variables = new Scope
        {
            ["$labels"] = ["Labels"],
            ["$externalLabels"] = ["ExternalLabels"],
            ["$externalURL"] = ["ExternalURL"],
            ["$value"] = ["Value"],
        };
        return Of(template, source, variables, _ => null);
    }

    /// <summary>The fields that a message reads.</summary>
    /// <param name="template">The template.</param>
    /// <param name="source">Its text.</param>
    /// <param name="definitions">The templates of files, by name; null for one that is not known.</param>
    public static ImmutableArray<FieldRead> OfMessage(ParsedTemplate template, TemplateSource source, Func<string, DefinedTemplate?> definitions) =>
        Of(template, source, new Scope(), definitions);

    private static ImmutableArray<FieldRead> Of(ParsedTemplate template, TemplateSource source, Scope variables, Func<string, DefinedTemplate?> definitions)
    {
        var reader = new FieldReader(
            name => template.Definitions.TryGetValue(name, out var own) ? new DefinedTemplate(own, source) : definitions(name),
            [.. template.Root.Pipelines().Where(p => p.IsAssignment).SelectMany(p => p.Variables)]);
        reader.Walk(template.Root, new Context(source, [], variables.With("$", []), []), 0);
        return [.. reader._reads.Distinct()];
    }

    private void Walk(ImmutableArray<TemplateNode> nodes, Context context, int calls)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ActionNode action:
                    Read(action.Pipeline, context, isShown: action.Pipeline.Variables.IsEmpty);
                    Declare(action.Pipeline, context, ValueOf(action.Pipeline, context));
                    break;
                case BranchNode branch:
                    WalkBranch(branch, context, calls);
                    break;
                case TemplateCallNode call:
                    WalkCall(call, context, calls);
                    break;
            }
        }
    }

    private void WalkBranch(BranchNode branch, Context context, int calls)
    {
        Read(branch.Pipeline, context, isShown: false);
        var asked = PathsIn(branch.Pipeline, context).ToImmutableHashSet();
        var value = ValueOf(branch.Pipeline, context);
        var element = branch.Kind == BranchKind.Range ? ElementOf(value) : value;
        var inner = context with { Variables = context.Variables.Copy(), Asked = context.Asked.Union(asked) };
        // Of two variables the first is the index.
        foreach (var (variable, i) in branch.Pipeline.Variables.Select((v, i) => (v, i)))
        {
            inner.Variables[variable] = _assigned.Contains(variable) || i < branch.Pipeline.Variables.Length - 1 ? null : element;
        }

        Walk(branch.Body, branch.Kind == BranchKind.If ? inner : inner with { Dot = element }, calls);
        Walk(branch.Else, inner with { Variables = context.Variables.Copy() }, calls);
    }

    private void WalkCall(TemplateCallNode call, Context context, int calls)
    {
        if (call.Pipeline is not { } pipeline)
        {
            return;
        }

        Read(pipeline, context, isShown: false);
        var dot = ValueOf(pipeline, context);
        if (calls < MostCalls && _called.Count < MostCalled && dot is { } path && _definitions(call.Name) is { } defined && _called.Add($"{call.Name}\0{string.Join('\0', path)}\0{string.Join(' ', context.Asked.Order())}"))
        {
            Walk(defined.Nodes, new Context(defined.Source, path, new Scope().With("$", path), context.Asked), calls + 1);
        }
    }

    private void Declare(Pipeline pipeline, Context context, ImmutableArray<string>? value)
    {
        foreach (var variable in pipeline.Variables)
        {
            context.Variables[variable] = _assigned.Contains(variable) ? null : value;
        }
    }

    private void Read(Pipeline pipeline, Context context, bool isShown)
    {
        var isWritten = isShown && !pipeline.Commands.Any(c => c.Operands[0] is FunctionOperand { Name: var name } && Asking.Contains(name));
        foreach (var command in pipeline.Commands)
        {
            if (KeyOf(command, context) is { } key)
            {
                Add(key.Path, command.Operands[1].Start, key.End, context, isWritten);
                continue;
            }

            foreach (var chain in command.Operands.OfType<FieldChain>())
            {
                if (chain.Base is PipelineBase inner)
                {
                    Read(inner.Pipeline, context, isWritten && chain.Fields.IsEmpty);
                }

                if (chain.Fields.Length > 0 || chain.Base is VariableBase or DotBase)
                {
                    var (read, end) = ReadBy(chain, context);
                    Add(read, chain.Start, end, context, isWritten && end == chain.End);
                }
            }
        }
    }

    // Of a chain with a method in it, what stands before the method is read, and the method itself where it is none of what it is called on.
    private static (ImmutableArray<string>? Path, int End) ReadBy(FieldChain chain, Context context)
    {
        if (PathOf(chain, context) is { } path)
        {
            return (path, chain.End);
        }

        var method = chain.Fields.TakeWhile(f => !Methods.Contains(f)).Count();
        var behind = chain.Fields.Skip(method).Sum(f => f.Length + 1);
        return (PathOf(chain with { Fields = chain.Fields[..method] }, context), chain.End - behind);
    }

    private void Add(ImmutableArray<string>? path, int start, int end, Context context, bool isShown)
    {
        if (path is { Length: > 0 } known)
        {
            _reads.Add(new FieldRead(known, context.Source, start, end, isShown && !context.Asked.Contains(Joined(known))));
        }
    }

    private static IEnumerable<string> PathsIn(Pipeline pipeline, Context context) => pipeline.Commands.SelectMany(c => (KeyOf(c, context) is { } key ? [key.Path] : Array.Empty<ImmutableArray<string>?>())
        .Concat(c.Operands.OfType<FieldChain>().Select(f => PathOf(f, context)))
        .OfType<ImmutableArray<string>>().Select(Joined)
        .Concat(c.Operands.OfType<FieldChain>().Select(f => f.Base).OfType<PipelineBase>().SelectMany(b => PathsIn(b.Pipeline, context))));

    // index .Labels "x"
    private static (ImmutableArray<string>? Path, int End)? KeyOf(Command command, Context context) =>
        command.Operands is [FunctionOperand { Name: "index" }, FieldChain map, StringOperand key] && PathOf(map, context) is { } path ? (path.Add(key.Value), key.End) : null;

    private static ImmutableArray<string>? ValueOf(Pipeline pipeline, Context context) => pipeline.Commands switch
    {
        [var only] when KeyOf(only, context) is { } key => key.Path,
        [{ Operands: [FieldChain chain] }] => PathOf(chain, context),
        _ => null,
    };

    private static ImmutableArray<string>? PathOf(FieldChain chain, Context context)
    {
        var from = chain.Base switch
        {
            DotBase => context.Dot,
            VariableBase variable => context.Variables[variable.Name],
            PipelineBase inner => ValueOf(inner.Pipeline, context),
            _ => null,
        };
        return from is not { } path ? null
            : chain.Fields.FirstOrDefault(Methods.Contains) is not { } method ? path.AddRange(chain.Fields)
            : path is [] && chain.Fields is ["Alerts", "Firing" or "Resolved"] || path is ["Alerts"] && chain.Fields is ["Firing" or "Resolved"] ? ["Alerts"]
            : null;
    }

    private static ImmutableArray<string>? ElementOf(ImmutableArray<string>? list) => list is ["Alerts"] ? ["Alerts", FieldRead.Element] : null;

    private static string Joined(ImmutableArray<string> path) => string.Join('.', path);

    private sealed record Context(TemplateSource Source, ImmutableArray<string>? Dot, Scope Variables, ImmutableHashSet<string> Asked);

    /// <summary>What variables are set to; null where it is not known.</summary>
    private sealed class Scope
    {
        private readonly Dictionary<string, ImmutableArray<string>?> _paths = [];

        public ImmutableArray<string>? this[string variable]
        {
            get => _paths.GetValueOrDefault(variable);
            set => _paths[variable] = value;
        }

        public Scope With(string variable, ImmutableArray<string>? path)
        {
            this[variable] = path;
            return this;
        }

        public Scope Copy()
        {
            var copy = new Scope();
            foreach (var (variable, path) in _paths)
            {
                copy[variable] = path;
            }

            return copy;
        }
    }
}
