namespace NovaCron.Validation.Environments.Containers;

/// <content>What an error shows of a container's output.</content>
public sealed partial class Container
{
    private const int LastLines = 40;

    // The engine counts lines of both streams together and interleaves them as it reads them,
    // so a chatty standard output could push the one telling line of standard error out.
    private const int LinesToReadBack = 2000;

    /// <summary>The last 40 lines of standard output and of standard error, as the end of a message.</summary>
    internal async Task<string> LastWordsAsync(CancellationToken cancellationToken)
    {
        var output = await OutputAsync(LinesToReadBack, cancellationToken);
        string[] parts = [.. Tail("output", output.Stdout), .. Tail("errors", output.Stderr)];
        return parts.Length == 0 ? "It wrote nothing." : string.Join('\n', parts);
    }

    private static IEnumerable<string> Tail(string what, string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : text.TrimEnd().Split('\n').TakeLast(LastLines).Prepend($"Its last {what}:");
}
