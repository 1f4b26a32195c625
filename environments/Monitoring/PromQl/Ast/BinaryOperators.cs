using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>What is known of operators between two expressions.</summary>
public static class BinaryOperators
{
    /// <summary>How strongly a sign in front of an expression binds: as <c>*</c>.</summary>
    internal const int SignPrecedence = 5;

    private static readonly ImmutableArray<string> Signs = ["or", "and", "unless", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "atan2", "^"];

    /// <summary>The operator as written, e.g. <c>&gt;=</c>.</summary>
    public static string Text(this BinaryOperator op) => Signs[(int)op];

    /// <summary>Whether it compares, and so drops samples unless <c>bool</c> follows.</summary>
    public static bool IsComparison(this BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    /// <summary>Whether it is <c>and</c>, <c>or</c> or <c>unless</c>.</summary>
    public static bool IsSetOperator(this BinaryOperator op) => op <= BinaryOperator.Unless;

    /// <summary>The comparison with its sides changed: <c>&lt;</c> for <c>&gt;</c>; any other operator stays.</summary>
    public static BinaryOperator Mirror(this BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>How strongly it binds, from 1.</summary>
    internal static int Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And or BinaryOperator.Unless => 2,
        <= BinaryOperator.GreaterOrEqual => 3,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Power => SignPrecedence + 1,
        _ => SignPrecedence,
    };

    /// <summary>The operator that a text writes.</summary>
    internal static BinaryOperator? Find(string text) => Signs.IndexOf(text) is >= 0 and var index ? (BinaryOperator)index : null;
}
