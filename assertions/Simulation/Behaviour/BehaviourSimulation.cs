using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Promtool;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>
/// Shows a configuration's rules, as written, the signals that their contracts speak of, to the real rule engine in virtual time: one call of
/// promtool for each rule file, as many side by side as there are cores.
/// </summary>
/// <param name="tester">The rule engine.</param>
/// <param name="externalLabels">The configuration's external labels, which templates may read.</param>
public sealed class BehaviourSimulation(IRuleTester tester, ImmutableSortedDictionary<string, string> externalLabels)
{
    private const string Rules = "rules.yml";

    /// <summary>Simulates.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RuleTesterException">The rule engine could not be asked.</exception>
    public async Task<BehaviourResult> RunAsync(IReadOnlyCollection<SimulatedAlert> alerts, CancellationToken cancellationToken)
    {
        List<Func<CancellationToken, Task<Outcome>>> calls =
        [
            .. alerts.GroupBy(a => a.File.Path).Select(file => (Func<CancellationToken, Task<Outcome>>)(token => FileAsync([.. file], token))),
            .. alerts.Where(a => !a.Cases.IsEmpty).Select(alert => (Func<CancellationToken, Task<Outcome>>)(token => ScenarioAsync(alert, token))),
        ];
        var outcomes = new Outcome[calls.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, calls.Count, options, async (i, token) => outcomes[i] = await calls[i](token));
        var found = outcomes.SelectMany(o => o.Found).ToList();
        return new BehaviourResult(outcomes.Sum(o => o.Cases), [.. found.Select(f => f.Case).Where(c => c.Length > 0).Distinct()], [.. found.Select(f => f.Finding).Distinct()]);
    }

    private async Task<Outcome> FileAsync(ImmutableArray<SimulatedAlert> alerts, CancellationToken cancellationToken)
    {
        var plans = alerts.Select(AlertPlan.Of).ToList();
        var tests = plans.Where(p => !p.Tests.IsEmpty).GroupBy(p => p.Alert.EvaluationInterval)
            .Select(sharing => RuleTestFile.Write(Rules, sharing.Key, externalLabels, sharing.SelectMany(p => p.Tests)));
        var answers = RuleTestAnswers.Read(await AskAsync(alerts[0].File, tests, cancellationToken));
        var found = answers.RefusalOf(Rules) is { } refusal
            ? plans.SelectMany(p => p.Tests.Select(t => (t.Name, Refused(p.Alert, refusal))))
            : plans.SelectMany(p => p.Judge(answers));
        return new Outcome(plans.Sum(p => p.Tests.Length), [.. found]);
    }

    private async Task<Outcome> ScenarioAsync(SimulatedAlert alert, CancellationToken cancellationToken)
    {
        var output = await AskAsync(alert.File, [ScenarioPlan.Write(alert, Rules)], cancellationToken);

        // That a file is refused is told of every alert in it already.
        return new Outcome(alert.Cases.Length, RuleTestAnswers.Read(output).RefusalOf(Rules) is null ? [.. ScenarioPlan.Judge(alert, output)] : []);
    }

    private Task<string> AskAsync(RuleFile file, IEnumerable<string> tests, CancellationToken cancellationToken) => tester.TestAsync(
        new RuleTestFiles([new NamedFile(Rules, file.File.Bytes)], [.. tests.Select((text, i) => new NamedFile($"tests-{i}.yml", Encoding.UTF8.GetBytes(text)))]), cancellationToken);

    private static Finding Refused(SimulatedAlert alert, string refusal) => new()
    {
        Check = BehaviourName.NotLoaded,
        Severity = Severity.Error,
        Subject = alert.Name,
        Position = alert.Rule.Position,
        Message = $"expected Prometheus to load {alert.File.Path}, found that promtool refuses it, and with it every rule in it: {refusal}",
    };

    private sealed record Outcome(int Cases, ImmutableArray<(string Case, Finding Finding)> Found);
}
