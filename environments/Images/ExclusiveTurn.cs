namespace NovaCron.Validation.Environments.Images;

/// <summary>A turn that only one process of this host has at a time, kept by an open lock file.</summary>
internal sealed class ExclusiveTurn : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _file;

    private ExclusiveTurn(FileStream file) => _file = file;

    /// <summary>Waits for the turn; whoever holds it bounds the wait, or the caller's cancellation.</summary>
    public static async Task<ExclusiveTurn> TakeAsync(string lockFile, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(lockFile)!);
        using var poll = new PeriodicTimer(Poll);
        while (true)
        {
            try
            {
                return new ExclusiveTurn(new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await poll.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
