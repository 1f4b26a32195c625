using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Templates.Ast;

/// <summary>Goes through the parts of a template.</summary>
public static class TemplateWalk
{
    /// <summary>Nodes and all below them, in the order of the text; not what a called template holds.</summary>
    public static IEnumerable<TemplateNode> WithDescendants(this IEnumerable<TemplateNode> nodes) =>
        nodes.SelectMany(n => n is BranchNode branch ? branch.Body.WithDescendants().Concat(branch.Else.WithDescendants()).Prepend(n) : [n]);

    /// <summary>The pipeline of a node; null where it has none.</summary>
    public static Pipeline? PipelineOf(this TemplateNode node) => node switch
    {
        ActionNode action => action.Pipeline,
        BranchNode branch => branch.Pipeline,
        TemplateCallNode call => call.Pipeline,
        _ => null,
    };

    /// <summary>Every pipeline of some nodes, those in parentheses included.</summary>
    public static IEnumerable<Pipeline> Pipelines(this ImmutableArray<TemplateNode> nodes) =>
        nodes.WithDescendants().Select(PipelineOf).OfType<Pipeline>().SelectMany(WithInner);

    private static IEnumerable<Pipeline> WithInner(Pipeline pipeline) =>
        pipeline.Commands.SelectMany(c => c.Operands).OfType<FieldChain>().Select(f => f.Base).OfType<PipelineBase>().SelectMany(b => WithInner(b.Pipeline)).Prepend(pipeline);
}
