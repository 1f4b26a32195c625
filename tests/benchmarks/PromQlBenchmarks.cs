using BenchmarkDotNet.Attributes;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>What reading and printing an expression costs, at two lengths: ten times the text should take ten times as long.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PromQlBenchmarks
{
    private const string Term = "sum by (job) (rate(http_requests_total{status=~\"5..\", job!=\"x\"}[5m] offset 1h)) > 0.01 or ";
    private string expression = "";
    private PromQlExpression tree = null!;

    [Params(10_000, 100_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Write()
    {
        expression = string.Concat(Enumerable.Repeat(Term, Characters / Term.Length)) + "up == 0";
        tree = PromQlParser.Parse(expression);
    }

    [Benchmark]
    public PromQlExpression Parse() => PromQlParser.Parse(expression);

    [Benchmark]
    public string Print() => PromQlPrinter.Print(tree);
}
