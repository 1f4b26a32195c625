using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Tests.Benchmarks.Check;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>Whether <c>check</c> did with a folder what it promises: a result that holds together, or one line that says what cannot be read, and where.</summary>
internal static partial class FuzzJudge
{
    /// <summary>Checks the folder.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Judge(string folder)
    {
        try
        {
            var (result, reports) = CheckedFolder.Check(folder);
            return OfResult(result, reports) ?? OfSimulation(folder);
        }
        catch (Exception refusal) when (refusal is ConfigurationException or UsageException)
        {
            return OfRefusal(refusal.Message, folder) ?? OfTheRest(folder);
        }
#pragma warning disable CA1031 // Whatever else it throws is what is looked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure.ToString();
        }
    }

    private static string? OfRefusal(string message, string folder) =>
        message.Contains("   at ", StringComparison.Ordinal) ? $"a stack trace: {message}"
        : message.Any(c => char.IsControl(c)) ? $"control characters: {JsonSerializer.Serialize(message)}"
        : message.Length > 2_000 ? $"a message of {message.Length} characters: {message[..200]}"
        : message.StartsWith(folder, StringComparison.Ordinal) || Placed().IsMatch(message) ? null
        : $"no place: {message}";

    // One file that cannot be read ends check; the others must be no trouble all the same.
    private static string? OfTheRest(string folder)
    {
        try
        {
            var (result, reports) = CheckedFolder.Check(CheckedConfiguration.Of(ConfigurationFolder.Load(folder)).Subject, folder, []);
            return OfResult(result, reports);
        }
        catch (ConfigurationException)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever else it throws is what is looked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure.ToString();
        }
    }

    private static string? OfResult(CheckResult result, CheckedReports reports)
    {
        var files = result.Files.ToDictionary(f => f.Key, f => new TextLines(f.Value).Count);
        foreach (var finding in result.Findings)
        {
            var lines = files.GetValueOrDefault(finding.Position.File, int.MaxValue);
            if (finding.Position.Line < 1 || finding.Position.Line > lines || finding.Position.Column < 1 || finding.Length < 0)
            {
                return $"no place of a file: {finding}";
            }
        }

        using var json = JsonDocument.Parse(reports.Json);
        using var sarif = JsonDocument.Parse(reports.Sarif);
        _ = XDocument.Parse(reports.JUnit);
        return reports.Text.Any(c => char.IsControl(c) && c != '\n') ? "control characters in the text for people"
            : reports.Annotations.Any(a => a.Any(char.IsControl)) ? "control characters in an annotation"
            : null;
    }

    // The rule engine is not asked; what would be asked is made all the same, and answered with nothing.
    private static string? OfSimulation(string folder)
    {
        try
        {
            _ = CheckedConfiguration.Load(folder).Simulation.RunAsync(new SilentTester(), CancellationToken.None).GetAwaiter().GetResult();
            return null;
        }
        catch (RuleTesterException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[^\n]+?:\d+:\d+: \S")]
    private static partial Regex Placed();

    private sealed class SilentTester : IRuleTester
    {
        public string Description => "nothing";

        public Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken) => Task.FromResult("");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
