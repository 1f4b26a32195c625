using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Contracts;
using NovaCron.Validation.Assertions.Checks.Expressions;
using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Rules;
using NovaCron.Validation.Assertions.Checks.Thresholds;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Tests.Unit.Architecture;

namespace NovaCron.Validation.Tests.Unit.Checks;

/// <summary>Rule files as other projects have them, and the suite's own configurations. Every finding was held against the file and is so.</summary>
public sealed class ExpressionSamplesTests
{
    private static readonly ImmutableArray<ICheck> Checks =
    [
        new Unsupplied(), new UnknownJob(), new WrongTarget(), new NotInReference(), new Refused(), new RateOfGauge(), new RawCounter(), new RangeTooShort(), new NeverTrue(), new AlwaysTrue(),
        new ImpossibleMatching(), new DividesByZero(), new VanishedTarget(), new WindowAgainstFor(), new OutOfReach(), new ForBelowInterval(), new Duplicate(),
        new ExternalLabelConflict(), new Order(), new RecordingCycle(), new NoRunbook(), new Missing(), new Differs(), new None(),
    ];

    private static string Root { get; } = Repository.Own().Root;

    [Theory]
    [InlineData("kubernetes")]
    [InlineData("node")]
    [InlineData("databases")]
    [InlineData("slo")]
    [InlineData("thanos")]
    [InlineData("prometheus-itself")]
    public void What_is_found_in_the_rules_of_others_is_so(string sample)
    {
        var folder = Path.Combine(Root, "tests/unit/Checks/samples", sample);
        var found = string.Concat(Findings(new CheckSubject(ConfigurationFolder.Load(folder), [])).Order(StringComparer.Ordinal).Select(f => f + "\n"));

        found.Should().Be(File.ReadAllText(Path.Combine(folder, "findings.txt")));
    }

    [Fact]
    public void Under_documented_every_defect_of_the_ledger_that_names_one_of_these_checks_is_found_and_nothing_else_is_broken()
    {
        var folder = Path.Combine(Root, "environments/monitoring/documented");
        var names = Checks.Select(c => c.Name).ToHashSet();
        var foretold = CheckedConfiguration.Ledger(folder).SelectMany(e => e.FoundBy.Where(f => names.Contains(f.Check)).Select(f => $"{f.Check} {e.Subject}")).Distinct().ToList();

        Grave(folder).Should().BeEquivalentTo(foretold).And.HaveCount(6);
    }

    [Fact]
    public void Under_corrected_nothing_is_broken() => Grave(Path.Combine(Root, "environments/monitoring/corrected")).Should().BeEmpty();

    [Fact]
    public void A_thousand_rules_take_little_time()
    {
        var rule = "  - alert: A{0}\n    expr: sum by (job) (rate(http_requests_total{{code=~\"5..\", job=\"j{0}\"}}[5m])) / sum by (job) (rate(http_requests_total{{job=\"j{0}\"}}[5m])) > 0.{0} and on (job) up{{job=\"j{0}\"}} == 1\n    for: 1m\n  - record: a:b{0}\n    expr: sum(a:b{1})\n";
        var rules = "groups:\n- name: g\n  rules:\n" + string.Concat(Enumerable.Range(0, 500).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, rule, i, i + 1)));
        var subject = ScrapedText.Subject(ScrapedText.Redis + ScrapedText.Postgres, rules);
        var start = System.Diagnostics.Stopwatch.StartNew();

        Findings(subject).Should().NotBeEmpty();

        start.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "the bound is 2 s on an idle machine, and tests run side by side");
    }

    private static IEnumerable<string> Grave(string folder) =>
        Checks.SelectMany(c => c.Find(CheckedConfiguration.Load(folder).Subject)).Where(f => f.Severity != Severity.Info).Select(f => $"{f.Check} {f.Subject}").Distinct();

    private static IReadOnlyList<string> Findings(CheckSubject subject) => [.. Checks.SelectMany(c => CheckedText.Say(c, subject))];
}
