namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>An expression that Prometheus would refuse.</summary>
public sealed class PromQlException : Exception
{
    private PromQlException(string message, int offset, int line, int column)
        : base($"line {line}, column {column}: {message}")
    {
        Offset = offset;
        Line = line;
        Column = column;
        Reason = message;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Where it is wrong, in UTF-16 units from the start of the expression.</summary>
    public int Offset { get; }

    /// <summary>Line of the place inside the expression, from 1.</summary>
    public int Line { get; }

    /// <summary>Column of the place in its line, in UTF-16 units from 1.</summary>
    public int Column { get; }

    /// <summary>An error at a place of an expression.</summary>
    internal static PromQlException At(string expression, int offset, string message)
    {
        var before = expression.AsSpan(0, offset);
        return new PromQlException(message, offset, before.Count('\n') + 1, offset - (before.LastIndexOf('\n') + 1) + 1);
    }
}
