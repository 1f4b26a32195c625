using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Templates.Ast;

/// <summary>A part of a template. Offsets are in UTF-16 units of the template's text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public abstract record TemplateNode(int Start, int End);

/// <summary>Text that is written as it is.</summary>
public sealed record TextNode(int Start, int End) : TemplateNode(Start, End);

/// <summary><c>{{break}}</c> or <c>{{continue}}</c>.</summary>
public sealed record JumpNode(int Start, int End) : TemplateNode(Start, End);

/// <summary>An action whose value is written, unless it only sets a variable.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Start">Offset of <c>{{</c>.</param>
/// <param name="End">Offset behind <c>}}</c>.</param>
public sealed record ActionNode(Pipeline Pipeline, int Start, int End) : TemplateNode(Start, End);

/// <summary>What a branch does.</summary>
public enum BranchKind
{
    /// <summary><c>{{if}}</c>.</summary>
    If,

    /// <summary><c>{{with}}</c>: the dot is the pipeline's value.</summary>
    With,

    /// <summary><c>{{range}}</c>: the dot is each element in turn.</summary>
    Range,
}

/// <summary><c>{{if}}</c>, <c>{{with}}</c> or <c>{{range}}</c>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Pipeline">What it asks.</param>
/// <param name="Body">What is done where the value is not empty.</param>
/// <param name="Else">What is done else.</param>
/// <param name="Start">Offset of <c>{{</c>.</param>
/// <param name="End">Offset behind the <c>}}</c> of <c>{{end}}</c>.</param>
public sealed record BranchNode(BranchKind Kind, Pipeline Pipeline, ImmutableArray<TemplateNode> Body, ImmutableArray<TemplateNode> Else, int Start, int End) : TemplateNode(Start, End);

/// <summary><c>{{template "name" pipeline}}</c>, or a <c>{{block}}</c>, which defines what it calls.</summary>
/// <param name="Name">The template that is called.</param>
/// <param name="NameStart">Offset of the quoted name.</param>
/// <param name="NameEnd">Offset behind the quoted name.</param>
/// <param name="Pipeline">What the called template's dot is; null for nothing.</param>
/// <param name="Start">Offset of <c>{{</c>.</param>
/// <param name="End">Offset behind <c>}}</c>.</param>
public sealed record TemplateCallNode(string Name, int NameStart, int NameEnd, Pipeline? Pipeline, int Start, int End) : TemplateNode(Start, End);

/// <summary>A pipeline: each command's value is the next one's last argument.</summary>
/// <param name="Variables">Variables that get the value, each with its dollar sign.</param>
/// <param name="IsAssignment">Whether they were there before: <c>=</c>, not <c>:=</c>.</param>
/// <param name="Commands">The commands.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public sealed record Pipeline(ImmutableArray<string> Variables, bool IsAssignment, ImmutableArray<Command> Commands, int Start, int End);

/// <summary>A command: an operand, or a function or method with its arguments.</summary>
/// <param name="Operands">At least one.</param>
public sealed record Command(ImmutableArray<Operand> Operands);
