using System.Diagnostics;
using System.Globalization;

namespace NovaCron.Validation.Tests.Benchmarks.Check;

/// <summary>What one <c>check</c> costs as a process that has just started, as people run it: each size in a process of its own, whose peak memory the kernel tells.</summary>
internal static class CheckScale
{
    /// <summary>The argument that makes a process measure one size.</summary>
    public const string One = "check-one";

    /// <summary>Prints a row for each size.</summary>
    public static async Task<int> RunAsync(IEnumerable<int> sizes, TextWriter output)
    {
        await output.WriteLineAsync("| rules | routes | findings | wall s | ms a rule | allocated MiB | peak working set MiB |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [One, size.ToString(CultureInfo.InvariantCulture)]))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }
        }

        return 0;
    }

    /// <summary>Measures one size in this process.</summary>
    public static int MeasureOne(int rules, TimeProvider time, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("novacron-benchmark-");
        try
        {
            GeneratedConfiguration.Write(folder.FullName, rules);
            var start = time.GetTimestamp();
            var (result, _) = CheckedFolder.Check(folder.FullName);
            var wall = time.GetElapsedTime(start);
            using var self = Process.GetCurrentProcess();
            var routes = result.Files["alertmanager.yml"].Split("- matchers:").Length;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rules} | {routes} | {result.Findings.Length} | {wall.TotalSeconds:0.00} | {wall.TotalMilliseconds / rules:0.00} | {GC.GetTotalAllocatedBytes() >> 20} | {self.PeakWorkingSet64 >> 20} |"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
