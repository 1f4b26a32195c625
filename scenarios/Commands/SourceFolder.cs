namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Where a configuration lies in its repository, as code hosts name files.</summary>
internal static class SourceFolder
{
    /// <summary>The folder relative to the root of the checkout that GitHub Actions names, else to the working directory.</summary>
    public static string Of(string folder) => Of(folder, Environment.GetEnvironmentVariable("GITHUB_WORKSPACE"), Environment.CurrentDirectory);

    /// <summary>The folder relative to the first root that it lies in, with forward slashes; empty where it lies in none, since no host knows its files then.</summary>
    /// <param name="folder">The configuration's folder.</param>
    /// <param name="roots">Candidates in order; those that are null or empty do not count.</param>
    internal static string Of(string folder, params string?[] roots) => roots
        .Where(root => !string.IsNullOrEmpty(root))
        .Select(root => Path.GetRelativePath(root!, folder).Replace('\\', '/'))
        .Where(path => !Path.IsPathRooted(path) && path != ".." && !path.StartsWith("../", StringComparison.Ordinal))
        .Select(path => path == "." ? "" : path)
        .FirstOrDefault("");
}
