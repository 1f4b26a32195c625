using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

/// <summary>
/// The real engine, an image with busybox's commands, and one label for all that the tests create.
/// The image is the one that NOVACRON_VALIDATION_TEST_IMAGE names, else one made of the host's static busybox.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public const string Label = "novacron-validation.test";
    private const string Busybox = "/bin/busybox";
    private static readonly string[] Applets = ["sh", "cat", "echo", "sleep", "nc", "httpd", "ls", "stat", "id", "mkdir", "wget", "head", "tail", "dd", "ps", "kill", "true", "false", "hostname", "seq", "ip", "mount", "ping", "timeout"];

    // Named after what is in it, so that an older one is never mistaken for it.
    private static readonly string ImportedImage = $"novacron-validation-test/busybox:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Applets))))[..12]}";

    private readonly ConcurrentBag<string> images = [];

    public ContainerEngine Engine { get; private set; } = null!;

    public string Image { get; private set; } = ImportedImage;

    public string Run { get; } = Guid.NewGuid().ToString("n")[..12];

    public Dictionary<string, string> Labels => new() { [Label] = Run };

    public async Task InitializeAsync()
    {
        Engine = await ContainerEngine.ConnectAsync(CancellationToken.None);
        if (Environment.GetEnvironmentVariable("NOVACRON_VALIDATION_TEST_IMAGE") is { Length: > 0 } named)
        {
            Image = named;
        }
        else if (!await Engine.ImageExistsAsync(ImportedImage, CancellationToken.None))
        {
            await Engine.ImportImageAsync(RootFileSystem(), ImportedImage, CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        await Engine.RemoveAllAsync(Labels, CancellationToken.None);
        foreach (var image in images)
        {
            await Engine.RemoveImageAsync(image, CancellationToken.None);
        }

        await Engine.DisposeAsync();
    }

    /// <summary>The name of an image that goes away with the fixture.</summary>
    public string ImageName(string name)
    {
        var image = $"novacron-validation-test/{name}:{Run}";
        images.Add(image);
        return image;
    }

    public string Name(string name) => $"nvt-{Run}-{name}";

    /// <summary>A container that sleeps until it is told to end.</summary>
    public ContainerSpec Sleeper(string name) => Shell(name, "sleep 3600");

    public ContainerSpec Shell(string name, string script) =>
        new ContainerSpec { Image = Image, Name = Name(name) }.WithLabels(Labels).WithCommand("/bin/sh", "-c", script);

    public Task<Network> NetworkAsync(string name, bool isInternal = true) =>
        Engine.CreateNetworkAsync(new NetworkSpec(Name(name), isInternal, Labels), CancellationToken.None);

    public static MemoryStream RootFileSystem()
    {
        if (!File.Exists(Busybox))
        {
            throw new FileNotFoundException("The stack tests need an image: install busybox-static, or name one with busybox's commands in NOVACRON_VALIDATION_TEST_IMAGE.", Busybox);
        }

        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var folder in (string[])["bin", "etc", "proc", "sys", "dev", "www", "tmp", "root"])
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, folder) { Mode = (UnixFileMode)(folder == "tmp" ? 0b111_111_111 : 0b111_101_101) });
            }

            writer.WriteEntry(Busybox, "bin/busybox");
            foreach (var applet in Applets)
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" });
            }

            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "etc/passwd") { DataStream = new MemoryStream("root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n"u8.ToArray()) });
        }

        archive.Position = 0;
        return archive;
    }
}

[CollectionDefinition(Name)]
public sealed class EngineTests : ICollectionFixture<EngineFixture>
{
    public const string Name = "container engine";
}
