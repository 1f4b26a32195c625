using System.Text.Json;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>The JSON lines with which the engine reports a build, an import or a pull.</summary>
internal static class ProgressStream
{
    /// <summary>Lines of output that an error shows.</summary>
    public const int TailLines = 30;

    /// <summary>Reads to the end.</summary>
    /// <param name="source">The engine's answer.</param>
    /// <param name="progress">Told every line of output that is not blank.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The error that the engine reported, with the tail of the output before it; null when all went well.</returns>
    public static async Task<string?> ReadAsync(Stream source, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var tail = new Queue<string>();
        using var reader = new StreamReader(source);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var message = Parse(line);
            if (message.Error is { } error)
            {
                return $"{error.TrimEnd()}\n{string.Join('\n', tail)}".TrimEnd();
            }

            foreach (var output in (message.Stream ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                progress?.Report(output);
                tail.Enqueue(output);
                if (tail.Count > TailLines)
                {
                    tail.Dequeue();
                }
            }
        }

        return null;
    }

    private static Wire.Progress Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Wire.Progress>(line, Wire.Options) ?? new Wire.Progress(null, null, null);
        }
        catch (JsonException)
        {
            return new Wire.Progress(line, null, null);
        }
    }
}
