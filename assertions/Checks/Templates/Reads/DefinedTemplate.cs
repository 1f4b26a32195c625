using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;

namespace NovaCron.Validation.Assertions.Checks.Templates.Reads;

/// <summary>A template that others call by its name.</summary>
/// <param name="Nodes">What it writes.</param>
/// <param name="Source">The text that defines it.</param>
public sealed record DefinedTemplate(ImmutableArray<TemplateNode> Nodes, TemplateSource Source);
