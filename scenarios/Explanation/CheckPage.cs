using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>A page of the project's own documentation, for a terminal: paragraphs are broken at its width, tables and examples are left as they are.</summary>
internal static class TextPage
{
    private const string Namespace = "NovaCron.Validation.Assertions.";
    private const string Behaviour = "behaviour/";

    /// <summary>Path of the page of a check, from the project's root; null for what is none.</summary>
    public static string? PathOf(string check)
    {
        if (check.StartsWith(Behaviour, StringComparison.Ordinal))
        {
            return Path.Combine("assertions", "Simulation", "Behaviour", "README.md");
        }

        var type = CheckCatalogue.All.FirstOrDefault(c => c.Name == check)?.GetType();
        return type is null ? null : Path.Combine(["assertions", .. type.Namespace![Namespace.Length..].Split('.'), $"{type.Name}.md"]);
    }

    /// <summary>Writes a page.</summary>
    public static void Write(IAnsiConsole console, string text)
    {
        var isExample = false;
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            isExample ^= line.StartsWith("```", StringComparison.Ordinal);
            if (isExample || line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith('|'))
            {
                console.MarkupLine(SafeText.OneLine(line).EscapeMarkup());
            }
            else
            {
                ReportLine.Write(console, line, line.StartsWith('#') ? "bold" : null);
            }
        }
    }

    /// <summary>Names of all that has such a page.</summary>
    public static ImmutableArray<string> Known { get; } = [.. CheckCatalogue.All.Select(c => c.Name)];
}
