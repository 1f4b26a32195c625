using NovaCron.Validation.Environments.Monitoring.PromQl;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed partial class KnownDefectsTests
{
    private const string Entry = "- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m}\n";

    [Fact]
    public void Reads_an_entry()
    {
        var ledger = Make("defects:\n- id: a\n  stage: routes\n  subject: [S, T]\n  alerts: [X]\n  masked_by: b\n  evidence: |\n    seen\n  explanation: why\n  mend: how\n" + Entry.Replace("id: a", "id: b", StringComparison.Ordinal));

        ledger.Entries.Should().HaveCount(3);
        ledger.Entries[1].Should().BeEquivalentTo(new KnownDefect
        {
            Id = "a", Stage = "routes", Subject = "T", Alerts = ["X"], MaskedBy = "b", Evidence = "seen", Explanation = "why", Mend = "how",
            Position = new SourcePosition("known-defects.yaml", 2, 3),
        });
        ledger.Entries[2].Alerts.Should().BeNull();
    }

    [Fact]
    public void Reads_by_what_it_is_found()
    {
        var entry = Make("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, found_by: [a/b, {check: c/d, says: one}, {check: e/f, says: [two, three]}]}\n").Entries.Single();

        entry.FoundBy.Select(f => $"{f.Check}: {string.Join("; ", f.Says)}").Should().Equal("a/b: ", "c/d: one", "e/f: two; three");
        entry.FoundBy.Select(f => (f.Foretells("a/b", "any"), f.Foretells("c/d", "any"), f.Foretells("c/d", "just one"), f.Foretells("e/f", "three")))
            .Should().Equal((true, false, false, false), (false, false, true, false), (false, false, false, true));
    }

    [Fact]
    public void Finds_what_foretells_a_failure()
    {
        var ledger = Make("defects:\n- {id: a, stage: routes, subject: S, alerts: [X], evidence: e, explanation: x, mend: m}\n- {id: b, stage: routes, subject: S, alerts: [Y], evidence: e, explanation: x, mend: m}\n");

        ledger.Find("routes", "S", "Y")!.Id.Should().Be("b");
        ledger.Find("routes", "S", "Z").Should().BeNull();
        ledger.Find("routes", "other", "X").Should().BeNull();
        ledger.Find("fires", "S", "X").Should().BeNull();
    }

    [Theory]
    [InlineData("defect: []", "known-defects.yaml:1:1: known-defects.yaml knows no 'defect'; it knows defects")]
    [InlineData("defects:\n- {stage: fires}", "known-defects.yaml:2:3: a ledger entry has no 'id'; add one")]
    [InlineData("defects:\n- {id: a, stage: fired}", "known-defects.yaml:2:18: the ledger entry 'a' has the stage 'fired', which is unknown; the stages are loads, contract, *")]
    [InlineData("defects:\n- {id: a, stage: fires}", "known-defects.yaml:2:3: the ledger entry 'a' has no 'subject'; add one")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: '', explanation: x, mend: m}", "known-defects.yaml:2:37: the ledger entry 'a' has no 'evidence'; add one")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: [S, S], evidence: e, explanation: x, mend: m}", "known-defects.yaml:2:34: the ledger entry 'a' lists no subject, or one twice; list each once")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, maskedby: b}", "known-defects.yaml:2:75: a ledger entry knows no 'maskedby'; *")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, masked_by: b}", "known-defects.yaml:2:3: the ledger entry 'a' is masked by 'b', which is no other entry; *")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, found_by: [{says: b}]}", "known-defects.yaml:2:*: 'found_by' of the ledger entry 'a' has no 'check'; add one")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, found_by: [{check: b, say: c}]}", "known-defects.yaml:2:*: 'found_by' of the ledger entry 'a' knows no 'say'; it knows check, says")]
    [InlineData("defects:\n- {id: a, stage: fires, subject: S, evidence: e, explanation: x, mend: m, found_by: [{check: b, says: ['']}]}", "known-defects.yaml:2:*: 'says' of the ledger entry 'a' has an entry that is no text, or an empty one; *")]
    [InlineData("defects:\n" + Entry + Entry, "known-defects.yaml:3:3: the ledger entry 'a' is already on line 2; give each entry an id of its own")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Make(text)).Should().Throw<ConfigurationException>().WithMessage(message);

    [Fact]
    public void A_configuration_without_a_ledger_has_no_known_defect() => Fixtures.Make().KnownDefects.Entries.Should().BeEmpty();

    // A "#" behind a space begins a comment of YAML: an unquoted text that holds one is cut there.
    [Fact]
    public void No_text_of_the_ledger_is_cut_short() =>
        Fixtures.Load("documented").KnownDefects.Entries.SelectMany(e => new[] { e.Evidence, e.Explanation, e.Mend }).Should().OnlyContain(t => t.EndsWith('.') || t.EndsWith(".)", StringComparison.Ordinal));

    [Fact]
    public void The_strategys_ledger_names_its_own_alerts_and_receivers_only()
    {
        var documented = Fixtures.Load("documented");
        var names = documented.Alerts.Select(a => a.Name).Concat(documented.Alertmanager.Receivers.Select(r => r.Name)).ToList();

        documented.KnownDefects.Entries.Should().NotBeEmpty();
        // What is no alert has subjects of its own, which the tests of the surfaces know.
        documented.KnownDefects.Entries.Where(e => e.Stage != "surface").SelectMany(e => e.Alerts.GetValueOrDefault([]).Append(e.Subject)).Should().BeSubsetOf(names);
    }

    [Fact]
    public void Every_mend_names_its_entry_and_every_entry_has_a_mend()
    {
        var files = Directory.EnumerateFiles(Fixtures.PathOf("corrected"), "*.yml", SearchOption.AllDirectories)
            .Append(Path.Combine(Fixtures.PathOf("corrected"), Systems.FileName));
        var mended = files.SelectMany(f => Mends().Matches(File.ReadAllText(f))).Select(m => m.Groups["id"].Value).Distinct();

        mended.Should().BeEquivalentTo(Fixtures.Load("documented").KnownDefects.Entries.Select(e => e.Id).Distinct());
        Fixtures.Load("corrected").KnownDefects.Entries.Should().BeEmpty();
    }

    // Promises that systems.yaml amends.
    private static readonly string[] Amended = ["PodRestartingFrequently"];

    [Fact]
    public void Corrected_loosens_nothing()
    {
        var documented = Fixtures.Load("documented").Alerts.ToList();
        var corrected = Fixtures.Load("corrected").Alerts.ToList();

        corrected.Select(a => (a.Name, a.For, string.Join(',', a.Labels))).Should().Equal(documented.Select(a => (a.Name, a.For, string.Join(',', a.Labels))));
        corrected.Where((a, i) => Threshold(a) != Threshold(documented[i])).Select(a => a.Name).Should().Equal(Amended);
        corrected.Where((a, i) => a.Expr != documented[i].Expr).Select(a => a.Name).Should().Equal(
            "HighMemoryUsage", "HighCPUUsage", "PodRestartingFrequently", "DatabaseConnectionPoolExhausted", "DatabaseSlowQueries");
        corrected.Where((a, i) => !a.Annotations.SequenceEqual(documented[i].Annotations)).Select(a => a.Name).Should().Equal("DWCPStreamOverflow");
        Scraping("corrected").Where(Scraping("documented").Contains).Should().Equal(Scraping("documented"), "what is scraped is added to, and nothing of it is changed");
    }

    // Lines that are written once, so that their order can be told; a target that is added stands in a line of the documented ones.
    private static List<string> Scraping(string configuration)
    {
        var twice = Lines("corrected").GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. Lines(configuration).Where(l => !twice.Contains(l))];
    }

    private static IEnumerable<string> Lines(string configuration) => File.ReadAllLines(Path.Combine(Fixtures.PathOf(configuration), "prometheus.yml"))
        .Select(line => line.Replace(", 'postgres-standby-exporter:9187'", "", StringComparison.Ordinal));

    private static (string, string)? Threshold(AlertingRule rule) =>
        Comparison.Strip(rule.Expr) is { } comparison ? (comparison.Operator, comparison.Right) : null;

    private static KnownDefects Make(string ledger) => Fixtures.Make(more: ("known-defects.yaml", ledger)).KnownDefects;

    [GeneratedRegex(@"# mends (?<id>[a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex Mends();

    // YAML takes a hash behind a space for a comment, and what follows it would be lost without a word.
    [Fact]
    public void The_words_of_the_shipped_ledger_are_whole_sentences() =>
        Fixtures.Load("documented").KnownDefects.Entries.SelectMany(e => new[] { e.Evidence, e.Explanation, e.Mend }).Should().OnlyContain(text => text.TrimEnd(')').EndsWith('.'));
}
