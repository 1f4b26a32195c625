using System.Diagnostics.CodeAnalysis;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>What an expression yields.</summary>
public enum PromQlType
{
    /// <summary>One number.</summary>
    Scalar,

    /// <summary>One sample per series: an instant vector.</summary>
    Vector,

    /// <summary>A range of samples per series: a range vector.</summary>
    Matrix,

    /// <summary>A string.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The type's name in PromQL.")]
    String,
}
