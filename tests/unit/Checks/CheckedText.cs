using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Checks;

/// <summary>A configuration written in a test, as checks see it.</summary>
internal static class CheckedText
{
    /// <summary>Reads files, given by name and text, as one configuration.</summary>
    public static CheckSubject Subject(ImmutableArray<AlertContract> contracts, params IEnumerable<(string Name, string Text)> files)
    {
        var folder = Directory.CreateTempSubdirectory("nv-check");
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return new CheckSubject(ConfigurationFolder.Load(folder.FullName), contracts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a check says of an <c>alertmanager.yml</c>.</summary>
    public static IReadOnlyList<string> OfAlertmanager(ICheck check, string text) => Say(check, Subject([], ("alertmanager.yml", text)));

    /// <summary>What a check says of a rule file <c>rules/r.yml</c>.</summary>
    public static IReadOnlyList<string> OfRules(ICheck check, string text) => Say(check, Subject([], ("rules/r.yml", text)));

    /// <summary>What a check says of one alerting rule with an expression.</summary>
    public static IReadOnlyList<string> OfExpression(ICheck check, string expression) =>
        OfRules(check, $"groups:\n- name: g\n  rules:\n  - alert: A\n    expr: |\n      {expression.ReplaceLineEndings("\n      ")}\n");

    /// <summary>The findings, each as <c>file:line:column severity check subject: message | fix</c>, with the underlined text behind the place.</summary>
    public static IReadOnlyList<string> Say(ICheck check, CheckSubject subject) => [.. check.Find(subject).Select(Text)];

    private static string Text(Finding f) => $"{f.Position} {f.Severity} {f.Check} {f.Subject}: {f.Message}{(f.Fix is { } fix ? $" | {fix}" : "")}";
}
