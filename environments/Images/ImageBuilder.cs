using System.Collections.Immutable;
using System.Formats.Tar;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Images;

/// <summary>Makes sure that every image is there: built once, and again when its inputs change.</summary>
/// <param name="engine">The engine that holds them.</param>
/// <param name="root">The project's root folder.</param>
/// <param name="suite">Debian suite whose packages are used, e.g. <c>trixie</c>.</param>
public sealed class ImageBuilder(ContainerEngine engine, string root, string suite)
{
    private const string Repository = "novacron-validation";
    private const int ParallelBuilds = 2;
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Whether gcc is on PATH, which links the stand-ins.</summary>
    public static bool LinkerIsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "gcc")));

    /// <summary>Builds what is missing and returns all references.</summary>
    /// <param name="overrides">References by catalogue name that replace built images.</param>
    /// <param name="progress">Told what is being made.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="EngineException">An image could not be made.</exception>
    public async Task<ImageSet> EnsureAsync(
        IReadOnlyDictionary<string, string> overrides, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var built = await BuildMissingAsync(Wanted(ImageCatalogue.Built.Except(overrides.Keys)), progress, cancellationToken);
        var references = overrides.ToImmutableSortedDictionary(StringComparer.Ordinal).SetItems(built).ToBuilder();
        references.TryAdd(ImageCatalogue.NovaCronApi, references[ImageCatalogue.StandIns]);
        return new ImageSet(references.ToImmutable());
    }

    /// <summary>Builds what is missing of the named images and returns their references alone.</summary>
    /// <param name="names">Names of <see cref="ImageCatalogue.Built"/>.</param>
    /// <param name="progress">Told what is being made.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="EngineException">An image could not be made.</exception>
    public async Task<ImageSet> EnsureAsync(IEnumerable<string> names, IProgress<string> progress, CancellationToken cancellationToken) =>
        new((await BuildMissingAsync(Wanted(names), progress, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Names of the images that the next run will build.</summary>
    /// <exception cref="EngineException">The engine did not answer.</exception>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken) =>
        [.. (await MissingAsync(Wanted(ImageCatalogue.Built), cancellationToken)).Select(image => image.Inputs.Name)];

    /// <summary>Whether the Debian image that all others stand on is there.</summary>
    /// <exception cref="EngineException">The engine did not answer.</exception>
    public Task<bool> BaseIsThereAsync(CancellationToken cancellationToken) => engine.ImageExistsAsync(BaseImage.Name(suite), cancellationToken);

    private async Task<Dictionary<string, string>> BuildMissingAsync(
        List<(ImageInputs Inputs, string Reference)> wanted, IProgress<string> progress, CancellationToken cancellationToken)
    {
        using var turn = await ExclusiveTurn.TakeAsync(Path.Combine(root, "artifacts", "images.lock"), cancellationToken);
        var baseImage = new BaseImage(engine, suite, progress);
        var missing = await MissingAsync(wanted, cancellationToken);

        if (missing.Count > 0)
        {
            await baseImage.EnsureAsync(cancellationToken);
            await Parallel.ForEachAsync(
                missing,
                new ParallelOptions { MaxDegreeOfParallelism = ParallelBuilds, CancellationToken = cancellationToken },
                async (image, token) => await BuildAsync(image.Inputs, image.Reference, baseImage.Reference, progress, token));
        }

        return wanted.ToDictionary(image => image.Inputs.Name, image => image.Reference, StringComparer.Ordinal);
    }

    private List<(ImageInputs Inputs, string Reference)> Wanted(IEnumerable<string> names) =>
        [.. names
            .Select(name => ImageInputs.Of(name, root))
            .Select(inputs => (inputs, ReferenceOf(inputs, suite)))];

    /// <summary>The reference under which the inputs' image is kept; another one as soon as they change.</summary>
    internal static string ReferenceOf(ImageInputs inputs, string suite) =>
        $"{Repository}/{inputs.Name}:{suite}-{inputs.Fingerprint(BaseImage.Name(suite))}";

    private async Task<List<(ImageInputs Inputs, string Reference)>> MissingAsync(
        List<(ImageInputs Inputs, string Reference)> wanted, CancellationToken cancellationToken)
    {
        var missing = new List<(ImageInputs Inputs, string Reference)>();
        foreach (var image in wanted)
        {
            if (!await engine.ImageExistsAsync(image.Reference, cancellationToken))
            {
                missing.Add(image);
            }
        }

        return missing;
    }

    private async Task BuildAsync(
        ImageInputs inputs, string reference, string baseReference, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"building image {inputs.Name}");
        var published = inputs.Name == ImageCatalogue.StandIns ? await PublishStandInsAsync(cancellationToken) : null;
        var context = Path.GetTempFileName();
        try
        {
            await using (var tar = File.Create(context))
            {
                await WriteContextAsync(tar, inputs, published, cancellationToken);
            }

            await using var content = File.OpenRead(context);
            var arguments = new Dictionary<string, string> { ["BASE"] = baseReference };
            await engine.BuildImageAsync(content, reference, arguments, null, cancellationToken);
        }
        finally
        {
            File.Delete(context);
        }
    }

    private async Task<string> PublishStandInsAsync(CancellationToken cancellationToken)
    {
        if (!LinkerIsThere)
        {
            throw new EngineException("gcc is not on PATH, which links the stand-ins: install gcc and libc6-dev");
        }

        var project = Directory.EnumerateFiles(Path.Combine(root, "environments", "stand-ins"), "*.csproj").Single();
        var artifacts = Path.Combine(root, "artifacts", "publish");
        var output = Path.Combine(artifacts, "stand-ins");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        var (exitCode, text) = await HostCommand.RunAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "--artifacts-path", artifacts, "-o", output, "-nodeReuse:false", "-v:quiet"],
            PublishTimeout,
            cancellationToken);
        return exitCode == 0
            ? output
            : throw new EngineException($"publishing the stand-ins failed: {text.Trim()}");
    }

    private static async Task WriteContextAsync(Stream tar, ImageInputs inputs, string? published, CancellationToken cancellationToken)
    {
        await using var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true);
        foreach (var file in inputs.RecipeFiles())
        {
            await writer.WriteEntryAsync(file, Path.GetRelativePath(inputs.RecipeFolder, file), cancellationToken);
        }

        if (published is null)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            await writer.WriteEntryAsync(file, Path.Combine("app", Path.GetRelativePath(published, file)), cancellationToken);
        }
    }
}
