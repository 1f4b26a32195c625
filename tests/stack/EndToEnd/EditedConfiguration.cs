using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>A copy of a shipped configuration with edits.</summary>
internal sealed class EditedConfiguration : IDisposable
{
    private EditedConfiguration(string folder) => Folder = folder;

    /// <summary>The copy's folder.</summary>
    public string Folder { get; }

    /// <summary>Copies a configuration and replaces a text in each of some files.</summary>
    /// <exception cref="InvalidOperationException">A text does not stand in its file exactly once, so that the edit would not be the one meant.</exception>
    public static EditedConfiguration Of(string configuration, params IEnumerable<TextEdit> edits)
    {
        var source = Path.Combine(ProjectRoot.Find(), "environments", "monitoring", configuration);
        var copy = new EditedConfiguration(Directory.CreateTempSubdirectory("novacron-validation-edit-").FullName);
        foreach (var original in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(source, original));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(original, target);
        }

        try
        {
            foreach (var edit in edits)
            {
                copy.Apply(edit);
            }
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Apply(TextEdit edit)
    {
        var file = Path.Combine(Folder, edit.File);
        var before = File.ReadAllText(file);
        if (before.Split(edit.Text).Length != 2)
        {
            throw new InvalidOperationException($"'{edit.Text}' does not stand in {edit.File} exactly once");
        }

        File.WriteAllText(file, before.Replace(edit.Text, edit.Replacement, StringComparison.Ordinal));
    }
}

/// <summary>One text in one file becomes another.</summary>
internal readonly record struct TextEdit(string File, string Text, string Replacement);
