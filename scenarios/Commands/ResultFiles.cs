using System.Text;
using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Writes the files of a result folder, each whole or not at all.</summary>
internal sealed class ResultFiles(string folder)
{
    /// <summary>Writes a text file.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public void Write(string path, ReadOnlyMemory<byte> content)
    {
        try
        {
            WholeFile.WriteAsync(Path.Combine(folder, path), content, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {folder}: {path} cannot be written: {failure.Message}", failure);
        }
    }
}
