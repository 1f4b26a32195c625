using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>The text that a message template makes for one alert, as far as the configuration tells; marks stand for what it does not tell.</summary>
/// <param name="Text">The text.</param>
/// <param name="Origins">For each character of it, the offset in the template that it comes from; of a called template, that of the call.</param>
internal sealed record MessageSketch(string Text, ImmutableArray<int> Origins)
{
    /// <summary>Stands for a text that is not empty.</summary>
    public const char Some = '\uE000';

    /// <summary>Stands for a text that may be empty.</summary>
    public const char Perhaps = '\uE001';

    /// <summary>Stands for anything, whole lines included: what the template does there is not followed.</summary>
    public const char Anything = '\uE002';

    /// <summary>Sketches.</summary>
    /// <param name="template">The template.</param>
    /// <param name="source">Its text.</param>
    /// <param name="definitions">The templates of files, by name; null for one that is not known.</param>
    /// <param name="alert">The alert.</param>
    public static MessageSketch Of(ParsedTemplate template, TemplateSource source, Func<string, DefinedTemplate?> definitions, SketchedAlert alert)
    {
        var pen = new Pen(FieldReader.OfMessage(template, source, definitions), name => template.Definitions.TryGetValue(name, out var own) ? new DefinedTemplate(own, source) : definitions(name), alert);
        pen.Walk(template.Root, source, null, 0);
        return pen.Sketch;
    }

    private sealed class Pen(ImmutableArray<FieldRead> reads, Func<string, DefinedTemplate?> definitions, SketchedAlert alert)
    {
        private const int DeepestCall = 20;
        private const int MostCalls = 2000;
        private readonly ILookup<(string Text, int Start), FieldRead> _reads = reads.ToLookup(r => (r.Source.Text, r.Start));
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<int>.Builder _origins = ImmutableArray.CreateBuilder<int>();
        private int _calls;

        public MessageSketch Sketch => new(_text.ToString(), _origins.ToImmutable());

        public void Walk(ImmutableArray<TemplateNode> nodes, TemplateSource source, int? calledAt, int depth)
        {
            foreach (var node in nodes)
            {
                var origin = calledAt ?? node.Start;
                switch (node)
                {
                    case TextNode text:
                        var (start, end) = Trimmed(text, source.Text);
                        Write(source.Text[start..end], calledAt ?? start, calledAt is null);
                        break;
                    case ActionNode action:
                        Write(action.Pipeline.Variables.IsEmpty ? ValueOf(action.Pipeline, source) : "", origin, false);
                        break;
                    case BranchNode branch when Taken(branch, source) is { } taken:
                        Walk(taken, source, calledAt, depth);
                        break;
                    case TemplateCallNode call when depth < DeepestCall && _calls++ < MostCalls && definitions(call.Name) is { } defined:
                        Walk(defined.Nodes, defined.Source, origin, depth + 1);
                        break;
                    default:
                        Write($"{Anything}", origin, false);
                        break;
                }
            }
        }

        // A delimiter with a hyphen takes the space beside it away.
        private static (int Start, int End) Trimmed(TextNode text, string source)
        {
            var (start, end) = (text.Start, text.End);
            if (start > 3 && source.AsSpan(0, start).EndsWith("-}}") && char.IsWhiteSpace(source[start - 4]))
            {
                start = end - source.AsSpan(start, end - start).TrimStart().Length;
            }

            if (source.AsSpan(end).StartsWith("{{-") && end + 3 < source.Length && char.IsWhiteSpace(source[end + 3]))
            {
                end = start + source.AsSpan(start, end - start).TrimEnd().Length;
            }

            return (start, end);
        }

        private void Write(string text, int origin, bool advances)
        {
            _text.Append(text);
            _origins.AddRange(Enumerable.Range(0, text.Length).Select(i => advances ? origin + i : origin));
        }

        // Null where it is not known which.
        private ImmutableArray<TemplateNode>? Taken(BranchNode branch, TemplateSource source)
        {
            if (branch.Kind == BranchKind.Range)
            {
                return branch.Pipeline.Commands is [{ Operands: [FieldChain list] }] && ReadAt(source, list.Start) is { Path: ["Alerts"] } ? branch.Body : null;
            }

            var value = ValueOf(branch.Pipeline, source);
            return value.Length == 0 ? branch.Else : value.Any(c => c is Perhaps or Anything) ? null : branch.Body;
        }

        private string ValueOf(Pipeline pipeline, TemplateSource source)
        {
            var value = pipeline.Commands[0].Operands switch
            {
                [FunctionOperand { Name: "index" }, FieldChain map, StringOperand] => ValueAt(source, map),
                [FunctionOperand function, FieldChain argument] => Applied(function.Name, ValueAt(source, argument)),
                [FieldChain chain] => ValueAt(source, chain),
                [StringOperand text] => text.Value,
                _ => $"{Anything}",
            };
            return pipeline.Commands.Skip(1).Aggregate(value, (piped, command) => command.Operands is [FunctionOperand function] ? Applied(function.Name, piped) : $"{Anything}");
        }

        private string ValueAt(TemplateSource source, FieldChain chain) => ReadAt(source, chain.Start) is { } read ? alert.ValueOf(read) : $"{Anything}";

        // A template that is called with several values reads several things at one place.
        private FieldRead? ReadAt(TemplateSource source, int start) =>
            _reads[(source.Text, start)].ToList() is [var first, .. var others] && others.TrueForAll(o => o.Path.SequenceEqual(first.Path)) ? first : null;

        private static string Applied(string function, string value) => function switch
        {
            "toUpper" => value.ToUpperInvariant(),
            "toLower" => value.ToLowerInvariant(),
            "trimSpace" => value.Trim(),
            "safeHtml" or "safeUrl" or "print" => value,
            _ => $"{Anything}",
        };
    }
}
