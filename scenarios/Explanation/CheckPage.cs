using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>The pages of the checks.</summary>
internal static class CheckPage
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

    /// <summary>Names of all that has such a page.</summary>
    public static ImmutableArray<string> Known { get; } = [.. CheckCatalogue.All.Select(c => c.Name)];
}
