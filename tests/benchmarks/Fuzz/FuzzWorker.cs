using System.Diagnostics;
using System.Globalization;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>Runs cases one after the other in a process of its own, so that one that ends the process or never ends itself ends no more than that.</summary>
internal static class FuzzWorker
{
    /// <summary>The argument that makes a process a worker.</summary>
    public const string Name = "fuzz-worker";

    /// <summary>How much processor time a case may take.</summary>
    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(5);

    // As much as a thread of the pool has, which is where a command's body goes on.
    private const int StackBytes = 1536 * 1024;

    /// <summary>Runs cases, and prints of each that it begins, and what became of it.</summary>
    public static int Run(IReadOnlyList<string> bases, int seed, int first, DateTimeOffset end, TimeProvider time)
    {
        for (var number = first; time.GetUtcNow() < end; number++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"begin {number}"));
            var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"novacron-fuzz-{seed}-{number}"));
            try
            {
                new FuzzCase(bases, seed, number).Write(folder);
                var found = Watched(folder);
                Console.WriteLine(found is null ? "fine" : $"found {found.ReplaceLineEndings(" ⏎ ")}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static string? Watched(string folder)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        string? found = null;
        var thread = new Thread(() => found = FuzzJudge.Judge(folder), StackBytes);
        thread.Start();
        thread.Join();
        self.Refresh();
        var took = self.TotalProcessorTime - before;
        return found ?? (took > MostProcessorTime ? string.Create(CultureInfo.InvariantCulture, $"took {took.TotalSeconds:0.0} s of processor time") : null);
    }
}
