using System.Globalization;

namespace NovaCron.Validation.Assertions.Trends;

/// <summary>When a run began, as its identifier tells it.</summary>
public static class RunTime
{
    private const string Form = "'r'yyMMddHHmmss";
    private const int Length = 13;

    /// <summary>The instant in an identifier such as <c>r261126133338…</c>, UTC; null where the identifier has another form.</summary>
    public static DateTimeOffset? Of(string runId) =>
        runId.Length >= Length && DateTimeOffset.TryParseExact(runId.AsSpan(0, Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
