using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Silences;

/// <summary>How far a silence reaches.</summary>
public enum SilenceScope
{
    /// <summary>Its own line, or the next one when it stands alone.</summary>
    Line,

    /// <summary>The rule that it stands in, or right above.</summary>
    Rule,

    /// <summary>The whole file.</summary>
    File,
}

/// <summary>A comment that silences findings: <c># validate: ignore family/name until 2027-01-31 because …</c>.</summary>
/// <param name="Check">Name of the check, or <c>family/*</c>.</param>
/// <param name="FirstLine">First line that it covers.</param>
/// <param name="LastLine">Last line that it covers.</param>
/// <param name="Until">Last day on which it holds; null for ever.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Silence(string Check, int FirstLine, int LastLine, DateOnly? Until, SourcePosition Position)
{
    /// <summary>Whether it no longer holds.</summary>
    public bool HasExpired(DateOnly today) => Until < today;

    /// <summary>Whether it is about a finding.</summary>
    public bool Covers(Finding finding) =>
        finding.Position.File == Position.File
        && finding.Position.Line >= FirstLine && finding.Position.Line <= LastLine
        && (finding.Check == Check || (Check.EndsWith("/*", StringComparison.Ordinal) && finding.Check.StartsWith(Check[..^1], StringComparison.Ordinal)));
}
