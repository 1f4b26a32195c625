namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>A configuration with something wrong in it: which, and what, follows from two numbers.</summary>
/// <param name="Bases">Folders with real configurations.</param>
/// <param name="Seed">The campaign's seed.</param>
/// <param name="Number">The case's number, from 0.</param>
internal sealed record FuzzCase(IReadOnlyList<string> Bases, int Seed, int Number)
{
    private const int MostEdits = 4;

    // What check reads.
    private static readonly string[] Extensions = [".yml", ".yaml", ".rules", ".tmpl"];

    /// <summary>Writes it.</summary>
    /// <param name="folder">A folder that is not there yet.</param>
    /// <returns>What was done to the real configuration.</returns>
    public string Write(string folder)
    {
        // Two numbers near each other must not give runs of the same choices.
        var random = new Random((int)(((uint)Seed * 0x9E3779B9) ^ ((uint)Number * 0x85EBCA6B)));
        var from = random.Pick(Bases);
        Copy(from, folder);
        var done = new List<string> { Path.GetFileName(from) };
        for (var edits = random.Next(1, MostEdits + 1); edits > 0; edits--)
        {
            done.Add(random.Next(12) == 0 ? FolderEdits.Apply(folder, random) : EditFile(folder, random));
        }

        return string.Join("; ", done);
    }

    private static string EditFile(string folder, Random random)
    {
        // Never through a link: what is behind it is not the case's own.
        var own = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var files = Directory.GetFiles(folder, "*", own).Where(f => Extensions.Contains(Path.GetExtension(f)) && new FileInfo(f) is { LinkTarget: null, Length: > 0 and < 1_000_000 }).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            return "no file left";
        }

        var file = random.Pick(files);
        var (bytes, what) = FileEdits.Apply(File.ReadAllBytes(file), random);
        File.WriteAllBytes(file, bytes);
        return $"{Path.GetRelativePath(folder, file)}: {what}";
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>Choices.</summary>
internal static class Choices
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
