using System.Security.Cryptography;
using System.Text;

namespace NovaCron.Validation.Environments.Images;

/// <summary>The files that an image is made of, and a tag that changes when they do.</summary>
/// <param name="Name">Catalogue name.</param>
/// <param name="RecipeFolder">Folder with the Dockerfile.</param>
/// <param name="SourceFiles">Further files that the image depends on.</param>
internal sealed record ImageInputs(string Name, string RecipeFolder, IReadOnlyList<string> SourceFiles)
{
    private static readonly string[] BuildFiles = ["global.json", "Directory.Build.props", "Directory.Packages.props"];

    /// <summary>Reads the inputs of a catalogue image below the project's root.</summary>
    public static ImageInputs Of(string name, string root)
    {
        var recipe = Path.Combine(root, "environments", "images", name);
        return new ImageInputs(name, recipe, name == ImageCatalogue.StandIns ? StandInSources(root) : []);
    }

    /// <summary>Twelve hexadecimal digits over names and contents of all inputs and the base they stand on.</summary>
    public string Fingerprint(string baseReference)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(baseReference));
        foreach (var file in RecipeFiles().Concat(SourceFiles))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Files of the recipe's folder, in a stable order.</summary>
    public IEnumerable<string> RecipeFiles() =>
        Directory.EnumerateFiles(RecipeFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static List<string> StandInSources(string root)
    {
        var folder = Path.Combine(root, "environments", "stand-ins");
        var shared = BuildFiles.Select(f => Path.Combine(root, f));
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".csproj")
            .Concat(shared)
            .Order(StringComparer.Ordinal)];
    }
}
