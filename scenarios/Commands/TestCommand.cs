using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Xml.Linq;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>test</c>: the project's own tests.</summary>
internal static class TestCommand
{
    // In this order: what acts on single containers first, then whole runs, which must not be disturbed.
    private static readonly ImmutableArray<TestSuite> All =
    [
        new(Unit, "unit", null),
        new(Browser, "browser", null),
        new(Stack, "stack", "FullyQualifiedName!~EndToEnd&FullyQualifiedName!~Nightly"),
        new("end-to-end", "stack", "FullyQualifiedName~EndToEnd"),
        new(Nightly, "stack", "FullyQualifiedName~Nightly"),
    ];

    private const string Unit = "unit";

    private const string Browser = "browser";

    private const string Stack = "stack";

    // Whole runs of all alerts: only when asked for.
    private const string Nightly = "nightly";

    private static readonly string[] Names = [.. All.Select(s => s.Name)];

    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var filter = new Option<string?>("--filter") { HelpName = "EXPRESSION", Description = "Only tests that match, in dotnet test's own syntax." };
        var suite = new Option<string[]>("--suite") { HelpName = "NAME", Description = $"Only these suites: {string.Join(", ", Names)}. Without it all but {Nightly}, whose runs of all alerts take a quarter of an hour.", AllowMultipleArgumentsPerToken = true };
        suite.AcceptOnlyFromAmong(Names);
        var command = new Command("test", """
            Runs the project's tests; the last line counts them.

            Examples:
              ./validate test --suite unit
              ./validate test --suite stack --filter FullyQualifiedName~PromQl
            """) { suite, filter };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(
            () => RunAsync(root, parsed.GetValue(suite) is { Length: > 0 } some ? some : [.. Names.Where(n => n != Nightly)], parsed.GetValue(filter), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string root, IReadOnlyCollection<string> suites, string? filter, CancellationToken cancellationToken)
    {
        var results = Path.Combine(root, "artifacts", "test-results", $"{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}");
        var failed = false;
        var counts = new TestCounts(0, 0, 0);
        if (suites.Any(s => s is not (Unit or Browser)))
        {
            await EnsureImagesAsync(root, suites.Contains(Stack), cancellationToken);
        }

        foreach (var suite in All.Where(s => suites.Contains(s.Name)))
        {
            failed |= await RunSuiteAsync(root, suite, results, filter, cancellationToken) != 0;
            counts += TestCounts.Read(Path.Combine(results, $"{suite.Name}.trx"));
        }

        var skippedInCi = counts.Skipped > 0 && Environment.GetEnvironmentVariable("CI") is "true" or "1";
        Console.WriteLine(skippedInCi ? "a skipped test is a failure in CI" : "");
        Console.WriteLine($"{counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped");
        return failed || counts.Failed > 0 || counts.Passed == 0 || skippedInCi ? (int)ExitCode.Defects : (int)ExitCode.AsExpected;
    }

    // Tests of the stack need the images; making them here shows what takes the time.
    private static async Task EnsureImagesAsync(string root, bool withReference, CancellationToken cancellationToken)
    {
        await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
        var progress = new Progress<string>(Console.Error.WriteLine);
        await new ImageBuilder(engine, root, "trixie").EnsureAsync(new Dictionary<string, string>(), progress, cancellationToken);
        if (withReference)
        {
            // The PromQL parser is held against that of Prometheus 3.5.
            await new ImageBuilder(engine, root, "forky").EnsureAsync([ImageCatalogue.Prometheus], progress, cancellationToken);
        }
    }

    private static async Task<int> RunSuiteAsync(string root, TestSuite suite, string results, string? filter, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root };
        var filters = new[] { suite.Filter, filter }.OfType<string>().Select(f => $"({f})");
        string[] arguments =
        [
            "test", Path.Combine("tests", suite.Folder), "--configuration", "Release", "--no-build",
            "--logger", $"trx;LogFileName={suite.Name}.trx", "--logger", "console;verbosity=minimal", "--results-directory", results,
            .. filters.Any() ? ["--filter", string.Join("&", filters)] : Array.Empty<string>(),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }

    private sealed record TestSuite(string Name, string Folder, string? Filter);

    private sealed record TestCounts(int Passed, int Failed, int Skipped)
    {
        public static TestCounts operator +(TestCounts left, TestCounts right) =>
            new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

        public static TestCounts Read(string trx)
        {
            if (!File.Exists(trx))
            {
                return new TestCounts(0, 0, 0);
            }

            var outcomes = XDocument.Load(trx).Descendants().Where(e => e.Name.LocalName == "UnitTestResult")
                .Select(e => (string?)e.Attribute("outcome") ?? "").ToList();
            var passed = outcomes.Count(o => o == "Passed");
            var skipped = outcomes.Count(o => o == "NotExecuted");
            return new TestCounts(passed, outcomes.Count - passed - skipped, skipped);
        }
    }
}
