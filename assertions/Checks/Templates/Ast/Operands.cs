using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Templates.Ast;

/// <summary>An operand of a command. Offsets are in UTF-16 units of the template's text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public abstract record Operand(int Start, int End);

/// <summary>A value, with a chain of fields behind it: <c>.</c>, <c>.A.B</c>, <c>$</c>, <c>$x.A</c>, <c>(pipeline).A</c>.</summary>
/// <param name="Base">What the chain begins at.</param>
/// <param name="Fields">The fields, without their dots.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public sealed record FieldChain(ChainBase Base, ImmutableArray<string> Fields, int Start, int End) : Operand(Start, End);

/// <summary>What a chain of fields begins at.</summary>
public abstract record ChainBase;

/// <summary>The dot.</summary>
public sealed record DotBase : ChainBase;

/// <summary>A variable.</summary>
/// <param name="Name">Its name with the dollar sign.</param>
public sealed record VariableBase(string Name) : ChainBase;

/// <summary>A pipeline in parentheses.</summary>
/// <param name="Pipeline">The pipeline.</param>
public sealed record PipelineBase(Pipeline Pipeline) : ChainBase;

/// <summary>A function with fields behind it: <c>externalURL.Host</c>.</summary>
/// <param name="Name">Its name.</param>
public sealed record FunctionBase(string Name) : ChainBase;

/// <summary>A function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public sealed record FunctionOperand(string Name, int Start, int End) : Operand(Start, End);

/// <summary>A string.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Start">Offset of its quote.</param>
/// <param name="End">Offset just behind its closing quote.</param>
public sealed record StringOperand(string Value, int Start, int End) : Operand(Start, End);

/// <summary>A number, a character, true, false or nil.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just behind its last one.</param>
public sealed record ConstantOperand(int Start, int End) : Operand(Start, End);
