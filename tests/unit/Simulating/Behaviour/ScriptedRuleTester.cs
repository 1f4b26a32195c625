using System.Text;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Tests.Unit.Simulating.Behaviour;

/// <summary>Answers every question as it is told, in promtool's form.</summary>
/// <param name="answer">The answer to a question of a test; null for no value.</param>
internal sealed partial class ScriptedRuleTester(Func<string, string, double?> answer) : IRuleTester
{
    /// <summary>What is printed instead of answers; null for answers.</summary>
    public string? Output { get; init; }

    /// <summary>The alerts that fire whenever it is asked, as promtool prints them.</summary>
    public string Alerts { get; init; } = "";

    public List<RuleTestFiles> Calls { get; } = [];

    public string Description => "scripted";

    public Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken)
    {
        lock (Calls)
        {
            Calls.Add(files);
        }

        return Task.FromResult(Output ?? string.Concat(files.Tests.Select(t => Answer(Encoding.UTF8.GetString(t.Content.Span)))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Answer(string tests)
    {
        var text = new StringBuilder("  FAILED:\n");
        var name = "";
        foreach (var line in tests.Split('\n'))
        {
            if (Name().Match(line) is { Success: true } test)
            {
                name = test.Groups[1].Value;
            }
            else if (Alert().Match(line) is { Success: true } alert)
            {
                text.Append(FormattableString.Invariant($"    name: {name},\n    alertname: {alert.Groups[2].Value}, time: {alert.Groups[1].Value}, \n        exp:[\n            ], \n        got:[{Alerts}\n            ]\n"));
            }
            else if (Question().Match(line) is { Success: true } question)
            {
                var got = answer(name, question.Groups[2].Value) is { } value ? FormattableString.Invariant($"{{}} {value:E3}") : "nil";
                text.Append(FormattableString.Invariant($"    expr: \"x # {question.Groups[1].Value}: {question.Groups[2].Value}\", time: 1m,\n        exp: {{never=\"there\"}} 0E+00\n        got: {got}\n"));
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("^- name: '(.*)'$")]
    private static partial Regex Name();

    [GeneratedRegex("eval_time: ([0-9a-z]+), alertname: '(.*?)'")]
    private static partial Regex Alert();

    [GeneratedRegex("# (.*): ([a-z-]+)', eval_time")]
    private static partial Regex Question();
}
