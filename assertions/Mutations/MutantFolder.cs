using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>A copy of a configuration, in memory where the machine has such a folder, in which one file at a time is another.</summary>
internal sealed class MutantFolder : IDisposable
{
    private const string InMemory = "/dev/shm";
    private readonly DirectoryInfo _folder;
    private readonly string _source;

    /// <summary>Copies the configuration's files.</summary>
    /// <param name="source">Its folder.</param>
    public MutantFolder(string source)
    {
        _source = source;
        _folder = Directory.Exists(InMemory)
            ? Directory.CreateDirectory(Path.Combine(InMemory, $"novacron-validation-{Guid.NewGuid():N}"))
            : Directory.CreateTempSubdirectory("novacron-validation-");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Reads the configuration with a mutant in it.</summary>
    /// <exception cref="ConfigurationException">It can no longer be read.</exception>
    public ConfigurationFolder Read(Mutant mutant)
    {
        var file = mutant.Position.File;
        File.WriteAllText(PathOf(file), mutant.Text);
        try
        {
            var read = ConfigurationFolder.Load(_folder.FullName);
            return read.Unreadable.FirstOrDefault(e => e.Position?.File == file || e.Message.StartsWith(file, StringComparison.Ordinal)) is { } refused ? throw refused : read;
        }
        finally
        {
            File.Copy(Path.Combine(_source, file), PathOf(file), overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
