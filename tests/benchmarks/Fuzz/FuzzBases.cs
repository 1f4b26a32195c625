using NovaCron.Validation.Environments;
using NovaCron.Validation.Tests.Benchmarks.Check;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>The configurations that cases begin with: the project's own, the samples of its tests, and a generated one.</summary>
internal static class FuzzBases
{
    private const int GeneratedRules = 30;

    /// <summary>Their folders.</summary>
    /// <param name="generated">Folder for the one that is generated.</param>
    public static IReadOnlyList<string> Of(string generated)
    {
        if (!Directory.Exists(generated))
        {
            Directory.CreateDirectory(generated);
            GeneratedConfiguration.Write(generated, GeneratedRules);
        }

        var root = ProjectRoot.Find();
        var own = Path.Combine(root, "environments", "monitoring");
        return
        [
            Path.Combine(own, "documented"), Path.Combine(own, "corrected"), generated,
            .. Directory.GetDirectories(Path.Combine(root, "tests", "unit", "Checks", "samples")).Order(StringComparer.Ordinal),
        ];
    }
}
