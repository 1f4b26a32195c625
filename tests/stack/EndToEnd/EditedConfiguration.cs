using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>A copy of a shipped configuration with one edit.</summary>
internal sealed class EditedConfiguration : IDisposable
{
    private EditedConfiguration(string folder) => Folder = folder;

    /// <summary>The copy's folder.</summary>
    public string Folder { get; }

    /// <summary>Copies a configuration and replaces one text in one file.</summary>
    /// <exception cref="InvalidOperationException">The text does not stand in the file exactly once, so that the edit would not be the one meant.</exception>
    public static EditedConfiguration Of(string configuration, string file, string text, string replacement)
    {
        var source = Path.Combine(ProjectRoot.Find(), "environments", "monitoring", configuration);
        var copy = new EditedConfiguration(Directory.CreateTempSubdirectory("novacron-validation-edit-").FullName);
        foreach (var original in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(source, original));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(original, target);
        }

        var edited = Path.Combine(copy.Folder, file);
        var before = File.ReadAllText(edited);
        if (before.Split(text).Length != 2)
        {
            throw new InvalidOperationException($"'{text}' does not stand in {file} of {configuration} exactly once");
        }

        File.WriteAllText(edited, before.Replace(text, replacement, StringComparison.Ordinal));
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
