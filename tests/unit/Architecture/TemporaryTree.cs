namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>A small repository made for one test, to see that a rule catches what breaks it.</summary>
internal sealed class TemporaryTree : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("novacron-validation-architecture-");

    public Repository Repository => new(folder.FullName);

    public TemporaryTree With(string path, string content)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
        return this;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
