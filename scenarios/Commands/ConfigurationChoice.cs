namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>The configuration that <c>--config</c> names.</summary>
internal static class ConfigurationChoice
{
    /// <summary>Name of the configuration whose defects are mended.</summary>
    public const string Corrected = "corrected";

    private static readonly string[] Shipped = ["documented", Corrected];

    /// <summary>Its folder.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static string FolderOf(string root, string configuration) => Find(root, configuration) ?? throw new UsageException($"--config {configuration} is no folder; use documented, corrected or a folder with prometheus.yml, rules/ and alertmanager.yml");

    /// <summary>Its folder; null where there is none of that name.</summary>
    public static string? Find(string root, string configuration) =>
        Shipped.Contains(configuration) ? Path.Combine(root, "environments", "monitoring", configuration)
        : Directory.Exists(configuration) ? Path.GetFullPath(configuration)
        : null;
}
