namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>The files under version control's eye: sources and projects, without what is built or run.</summary>
/// <param name="root">The folder that holds the solution.</param>
internal sealed class Repository(string root)
{
    private static readonly string[] Built = ["artifacts", "bin", "obj", "results", ".git"];

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The repository that this test was built from, by walking up to its solution.</summary>
    public static Repository Own()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NovaCron.Validation.sln")))
            {
                return new Repository(folder.FullName);
            }
        }

        throw new DirectoryNotFoundException($"no NovaCron.Validation.sln in {AppContext.BaseDirectory} or above; run the tests from the build output inside the repository");
    }

    /// <summary>Paths relative to the root, with forward slashes, in order.</summary>
    /// <param name="pattern">File name pattern.</param>
    public IReadOnlyList<string> Files(string pattern) =>
    [
        .. Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Any(Built.Contains))
            .Order(StringComparer.Ordinal),
    ];

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public byte[] ReadBytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));
}
