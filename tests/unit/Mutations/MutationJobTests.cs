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
    public async Task An_edit_that_changes_nothing_has_a_reason(string expression, string mutator, string edit, string? reason)
    {
        var result = await RunAsync(expression, [MutatorCatalogue.All.Single(m => m.Name == mutator)], _ => null);

        result.Mutants.First(m => m.Mutant.Description == edit).EquivalentBecause.Should().Be(reason);
    }

    private async Task<MutationResult> RunAsync(string expression, ImmutableArray<IMutator> mutators, Func<CheckSubject, string?> find)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "r.yml"), Rule.Replace("{0}", expression, StringComparison.Ordinal));
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
