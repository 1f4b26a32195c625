using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.</summary>
internal static class SarifLog
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of a file. A problem without a file is left out: hosts refuse a result without a place.</summary>
    /// <param name="category">What was judged, e.g. <c>check/documented</c>: hosts keep one result for each.</param>
    /// <param name="problems">What was found.</param>
    /// <param name="about">One sentence about a rule.</param>
    /// <param name="folder">The configuration's folder relative to the root of the repository; empty where it is that root.</param>
    public static string Serialize(string category, IEnumerable<ReportedProblem> problems, Func<string, string> about, string folder)
    {
        var placed = problems.Where(p => p.File is not null).ToList();
        var rules = placed.Select(p => p.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject { ["name"] = "NovaCron.Validation", ["rules"] = new JsonArray([.. rules.Select(r => Rule(r, about(r)))]) },
                },
                // What follows the last slash would tell one run from the next.
                ["automationDetails"] = new JsonObject { ["id"] = $"novacron-validation/{Text(category)}/" },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. placed.Select(p => Result(p, rules.IndexOf(p.Rule), folder))]),
            }),
        };
        return log.ToJsonString(Options) + "\n";
    }

    private static JsonObject Rule(string name, string about) => new()
    {
        ["id"] = Text(name),
        ["shortDescription"] = new JsonObject { ["text"] = Text(about) },
    };

    private static JsonObject Result(ReportedProblem problem, int rule, string folder)
    {
        var result = new JsonObject
        {
            ["ruleId"] = Text(problem.Rule),
            ["ruleIndex"] = rule,
            ["level"] = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
            ["message"] = new JsonObject { ["text"] = Text($"{problem.Subject}: {problem.Message}.{(problem.Fix is { } fix ? $" {fix}." : "")}") },
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Place(problem, folder) }),
        };
        if (problem.KnownDefect is { } known)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["justification"] = Text($"known defect {known}") });
        }

        return result;
    }

    private static JsonObject Place(ReportedProblem problem, string folder)
    {
        var path = new[] { folder.Replace('\\', '/').Trim('/'), problem.File! }.Where(p => p.Length > 0);
        var uri = string.Join('/', string.Join('/', path).Split('/').Select(s => Uri.EscapeDataString(s)));
        var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = uri } };
        if (problem.Line is { } line)
        {
            place["region"] = Region(problem, line);
        }

        return place;
    }

    private static JsonObject Region(ReportedProblem problem, int line)
    {
        var region = new JsonObject { ["startLine"] = line };
        if (problem.Column is { } column)
        {
            region["startColumn"] = column;
            if (problem.Length > 0)
            {
                region["endColumn"] = column + problem.Length;
            }
        }

        return region;
    }

    private static string Text(string text) => SafeText.OneLine(text);
}
