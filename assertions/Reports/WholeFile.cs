namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes files that appear whole or not at all: written beside, flushed to disk, then renamed.</summary>
public static class WholeFile
{
    /// <summary>Writes a file, and its folder where that is missing. What stood there before stays until the new content is complete.</summary>
    /// <exception cref="IOException">The file could not be written; nothing is left beside it.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = $"{full}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
