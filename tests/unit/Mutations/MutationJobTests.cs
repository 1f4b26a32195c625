using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Mutations;
using NovaCron.Validation.Assertions.Mutations.Operators;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Mutations;

public sealed class MutationJobTests : IDisposable
{
    private const string Rule = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: {0}\n    for: 5m\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nv-mutation");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_edit_is_caught_by_the_first_question_that_finds_something_new()
    {
        var result = await RunAsync("rate(x_total[5m]) > 1", [new Threshold()], edited => edited.Rules[0].Expression.Source.Contains("1.2", StringComparison.Ordinal) ? "high" : null);

        result.Mutants.Select(m => (m.Mutant.Description, m.CaughtBy)).Should().Equal(("1 -> 1.2", "high"), ("1 -> 0.8", null));
        result.Score.Should().Be(0.5);
        result.Missed.Should().ContainSingle();
    }

    [Fact]
    public async Task What_was_found_without_the_edit_catches_none() =>
        (await RunAsync("rate(x_total[5m]) > 1", [new Threshold()], _ => "before")).Caught.Should().BeEmpty();

    [Fact]
    public async Task An_edit_that_makes_the_file_unreadable_is_refused()
    {
        var result = await RunAsync("up == 0", [new Broken()], _ => null);

        result.Caught.Single().CaughtBy.Should().Be(MutationJob.Refused);
        File.ReadAllText(Path.Combine(_folder.FullName, "r.yml")).Should().Contain("up == 0", "the configuration itself is never touched");
    }

    [Theory]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m]))) > 1", "function", "rate -> increase", "histogram_quantile looks at the proportions of the buckets, which rate and increase leave as they are")]
    [InlineData("rate(x_total[5m]) > 1", "function", "rate -> increase", null)]
    [InlineData("x{pod=\"a\"} / y{pod=\"a\"} > 1", "matcher", "pod=\"a\" -> nothing", "the other side of the operator still asks for pod, by which the two are paired")]
    [InlineData("x{pod=\"a\"} / y > 1", "matcher", "pod=\"a\" -> nothing", null)]
    [InlineData("sum(x{pod=\"a\"}) / sum(y{pod=\"a\"}) > 1", "matcher", "pod=\"a\" -> nothing", null)]
    [InlineData("sum by (pod) (x{pod=\"a\"}) / sum by (pod) (y{pod=\"a\"}) > 1", "matcher", "pod=\"a\" -> nothing", "the other side of the operator still asks for pod, by which the two are paired")]
    [InlineData("x{pod=\"a\"} / ignoring (pod) y{pod=\"a\"} > 1", "matcher", "pod=\"a\" -> nothing", null)]
    [InlineData("x{pod=\"a\"} / y{pod=\"a\"} > 1", "matcher", "a -> xa", null)]
    [InlineData("x{pod!=\"a\"} / y{pod!=\"a\"} > 1", "matcher", "a -> xa", "the other side of the operator still asks for pod, by which the two are paired, and no rule speaks of a pod \"xa\", which alone is left out now")]
    [InlineData("x{pod!=\"a\"} / y{pod!=\"a\",pod!=\"xa\"} > 1", "matcher", "a -> xa", null)]
    [InlineData("x{pod!=\"\"} / y{pod!=\"\"} > 1", "matcher", "pod -> podx", null)]
    [InlineData("topk(1, x{pod=\"a\"}) / y{pod=\"a\"} > 1", "matcher", "pod=\"a\" -> nothing", null)]
    [InlineData("rate(x_total[5m]) / rate(y_total[5m]) > 1", "range", "5m -> 1m", null)]
    public async Task An_edit_that_changes_nothing_has_a_reason(string expression, string mutator, string edit, string? reason)
    {
        var result = await RunAsync(expression, [MutatorCatalogue.All.Single(m => m.Name == mutator)], _ => null);

        result.Mutants.First(m => m.Mutant.Description == edit).EquivalentBecause.Should().Be(reason);
    }

    private const string Told = "by its labels, every alert of the configuration ends up at the same receivers as before, at the same times and grouped alike";
    private const string Inhibited = "by their labels, no two alerts of the configuration inhibit each other otherwise than before";

    // A is critical, and B a warning; a pod is a label that they may or may not have.
    [Theory]
    [InlineData("route-order", "before warnings -> behind it", Told)]
    [InlineData("route-matcher", "severity=\"critical\" dropped", null)]
    [InlineData("route-matcher", "severity=\"warning\" dropped", Told)]
    [InlineData("route-matcher", "severity=\"warning\": severity -> severityx", null)]
    [InlineData("destination", "#nobody -> #nobodyx", "no alert of the configuration reaches nobody")]
    [InlineData("destination", "#warnings -> #warningsx", null)]
    [InlineData("inhibition", "alertname -> alertnamex", null)]
    [InlineData("inhibition", "service dropped", Inhibited)]
    [InlineData("route-matcher", "severity=\"info\": info -> infox", Inhibited)]
    [InlineData("route-matcher", "severity=\"info\": severity -> severityx", null)]
    public async Task An_edit_of_routes_changes_nothing_only_where_that_is_certain(string mutator, string edit, string? reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "prometheus.yml"), "global: {}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "alertmanager.yml"), """
            route:
              receiver: nobody
              routes:
              - match:
                  severity: critical
                receiver: critical
              - match:
                  severity: warning
                receiver: warnings
            receivers:
            - name: nobody
              slack_configs:
              - channel: '#nobody'
            - name: critical
              slack_configs:
              - channel: '#critical'
            - name: warnings
              slack_configs:
              - channel: '#warnings'
            inhibit_rules:
            - source_match:
                severity: critical
              target_match:
                severity: warning
              equal: [alertname, service]
            - source_match:
                severity: info
              target_match:
                severity: warning
            """);
        var rules = Rule.Replace("{0}", "up == 0", StringComparison.Ordinal) + "    labels: {severity: critical}\n  - alert: B\n    expr: x > 1\n    labels: {severity: warning}\n";

        var result = await RunFilesAsync(rules, [MutatorCatalogue.All.Single(m => m.Name == mutator)], _ => null);

        result.Mutants.First(m => m.Mutant.Description == edit).EquivalentBecause.Should().Be(reason);
    }

    private Task<MutationResult> RunAsync(string expression, ImmutableArray<IMutator> mutators, Func<CheckSubject, string?> find) =>
        RunFilesAsync(Rule.Replace("{0}", expression, StringComparison.Ordinal), mutators, find);

    private async Task<MutationResult> RunFilesAsync(string rules, ImmutableArray<IMutator> mutators, Func<CheckSubject, string?> find)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "r.yml"), rules);
        var original = new CheckSubject(ConfigurationFolder.Load(_folder.FullName), []);
        var job = new MutationJob(mutators, folder => new CheckSubject(folder, []), [(edited, _, _) => Task.FromResult(Found(find(edited)))]);
        return await job.RunAsync(original, Found("before"), null, CancellationToken.None);
    }

    private static ImmutableArray<Finding> Found(string? check) => check is null ? [] :
        [new Finding { Check = check, Severity = Severity.Error, Subject = "A", Position = new SourcePosition("r.yml", 1, 1), Message = check }];

    private sealed class Broken : IMutator
    {
        public string Name => "broken";

        public IEnumerable<Mutant> Of(CheckSubject subject) => [new Mutant(Name, "A", "broken", new SourcePosition("r.yml", 1, 1), "groups: [\n")];
    }
}
