using BenchmarkDotNet.Attributes;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Tests.Benchmarks.Check;

/// <summary>What <c>check</c> costs without the rule engine, at four sizes: ten times the rules should take ten times as long.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CheckBenchmarks
{
    private string folder = "";

    [Params(10, 100, 1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("novacron-benchmark-").FullName;
        GeneratedConfiguration.Write(folder, Rules);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public CheckResult Check() => CheckedFolder.Check(folder).Result;
}
