using System.Formats.Tar;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A file of a configuration, as it lies on disk.</summary>
public sealed record ConfigurationFile
{
    /// <summary>The largest file that is read, in bytes: four for each character that is.</summary>
    public const int MostBytes = 4 * Yaml.YamlFile.MostCharacters;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Path relative to the configuration's folder, with forward slashes.</summary>
    public required string Name { get; init; }

    /// <summary>The file's bytes.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The bytes as text, without a byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Makes a file of bytes.</summary>
    /// <exception cref="ConfigurationException">The bytes are not UTF-8.</exception>
    public static ConfigurationFile Of(string name, ReadOnlyMemory<byte> bytes)
    {
        var hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
        try
        {
            var text = Utf8.GetString((hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes).Span);
            return new ConfigurationFile { Name = name, Bytes = bytes, Text = text, HasByteOrderMark = hasMark };
        }
        catch (DecoderFallbackException e)
        {
            throw new ConfigurationException(new SourcePosition(name, 1, 1), $"the file is not UTF-8 (byte {e.Index}); save it as UTF-8", e);
        }
    }

    /// <summary>Makes a file of text.</summary>
    public static ConfigurationFile Of(string name, string text) => Of(name, Utf8.GetBytes(text));

    /// <summary>The bytes of the same file with another text.</summary>
    public ReadOnlyMemory<byte> Encode(string text) =>
        HasByteOrderMark ? (byte[])[.. Encoding.UTF8.Preamble, .. Utf8.GetBytes(text)] : Utf8.GetBytes(text);

    /// <summary>Reads a file of a configuration's folder.</summary>
    /// <exception cref="ConfigurationException">It is missing or cannot be read.</exception>
    internal static ConfigurationFile Read(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        try
        {
            var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (new FileInfo(real) is { Exists: true, Length: 0 } && !IsRegular(real))
            {
                throw new ConfigurationException(new SourcePosition(name, 1, 1), "this is a pipe, a device or a socket, and what it would give may never end; put a file there");
            }

            using var stream = File.OpenRead(path);
            return Of(name, ReadAll(stream) ?? throw new ConfigurationException(new SourcePosition(name, 1, 1), $"the file has more than {MostBytes} bytes; split it"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ConfigurationException($"{path}: the file is missing; a configuration is a folder with prometheus.yml, rules/*.yml and alertmanager.yml", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: the file cannot be read: {e.Message}", e);
        }
    }

    // Nothing in .NET tells a pipe from a file without opening it, which may wait for ever, but for the header of an archive's entry.
    private static bool IsRegular(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(path, "entry");
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }

    // Devices and the kernel's files tell no length, so what comes is counted.
    private static byte[]? ReadAll(Stream stream)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
