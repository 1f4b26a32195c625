using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.</summary>
public static class Sarif
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.sarif";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of the file.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="about">One sentence about each check, by name; a check without one is told by its name.</param>
    public static string Serialize(CheckResult result, IReadOnlyDictionary<string, string> about)
    {
        var names = result.Findings.Select(f => f.Check).Distinct().Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "NovaCron.Validation",
                        ["rules"] = new JsonArray([.. names.Select(n => Rule(n, about.GetValueOrDefault(n, n)))]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. result.Findings.Select(f => Result(f, names.IndexOf(f.Check)))]),
            }),
        };
        return log.ToJsonString(Options) + "\n";
    }

    private static JsonObject Rule(string name, string about) => new()
    {
        ["id"] = name,
        ["shortDescription"] = new JsonObject { ["text"] = about },
    };

    private static JsonObject Result(Finding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Check,
            ["ruleIndex"] = rule,
            ["level"] = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
            ["message"] = new JsonObject { ["text"] = $"{finding.Subject}: {finding.Message}.{(finding.Fix is { } fix ? $" {fix}." : "")}" },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', finding.Position.File.Split('/').Select(Uri.EscapeDataString)) },
                    ["region"] = Region(finding),
                },
            }),
        };
        if (finding.KnownDefect is { } known)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["justification"] = $"known defect {known}" });
        }

        return result;
    }

    private static JsonObject Region(Finding finding)
    {
        var region = new JsonObject { ["startLine"] = finding.Position.Line, ["startColumn"] = finding.Position.Column };
        if (finding.Length > 0)
        {
            region["endColumn"] = finding.Position.Column + finding.Length;
        }

        return region;
    }
}
