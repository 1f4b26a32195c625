using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>What promtool or amtool said, without its ornaments, and with the name of the file that its user knows.</summary>
internal static class ToolMessage
{
    private const string Failed = "FAILED:";

    /// <summary>One line, the tool's lines separated by semicolons.</summary>
    /// <param name="result">What the tool printed.</param>
    /// <param name="path">Where the file lay for the tool.</param>
    /// <param name="name">The file's name in the configuration.</param>
    public static string Of(ExecResult result, string path, string name)
    {
        var lines = (result.Stdout + "\n" + result.Stderr).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("Checking", StringComparison.Ordinal) && line != Failed && line != "FAILED")
            .Select(line => line.Replace(Failed + " ", "", StringComparison.Ordinal).Replace(path, name, StringComparison.Ordinal))
            .Distinct();
        return string.Join("; ", lines);
    }
}
