namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>Finds sources that grew too long. About 200 lines is the aim; beyond the limit a file has a second purpose.</summary>
internal static class FileLengthRule
{
    public const int MostLines = 260;

    public static IReadOnlyList<string> Violations(Repository repository) =>
    [
        .. from path in repository.Files("*.cs")
           where !path.StartsWith("tests/", StringComparison.Ordinal)
           let lines = repository.Read(path).TrimEnd('\n').Count(c => c == '\n') + 1
           where lines > MostLines
           select $"{path}: {lines} lines, at most {MostLines}; split it by purpose",
    ];
}
