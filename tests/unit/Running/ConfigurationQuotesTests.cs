using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class ConfigurationQuotesTests
{
    private static readonly MonitoringConfiguration Documented = Load("documented");
    private static readonly MonitoringConfiguration Corrected = Load("corrected");

    [Fact]
    public void A_rule_is_quoted_with_its_place_and_its_mend()
    {
        var quote = new ConfigurationQuotes(Documented, Corrected).Of([Failing("HighMemoryUsage")]).Should().ContainSingle().Subject;

        quote.File.Should().Be("rules/application-alerts.yml");
        File.ReadLines(Path.Combine(Documented.Directory, quote.File)).ElementAt(quote.Line - 1).Should().Be(quote.Text.Split('\n')[0]).And.Contain("alert: HighMemoryUsage");
        quote.Mended.Should().Contain("alert: HighMemoryUsage").And.NotBe(quote.Text);
    }

    [Fact]
    public void Routes_inhibition_rules_and_receivers_are_quoted_from_alertmanager_yml()
    {
        var quotes = new ConfigurationQuotes(Documented, Corrected).Of([Failing(QuotedParts.Route, QuotedParts.InhibitRules, "slack-incidents")]);

        quotes.Select(q => (q.Subject, q.File, q.Text.Split('\n')[0].Trim())).Should().Equal(
            ("route", "alertmanager.yml", "route:"), ("inhibit_rules", "alertmanager.yml", "inhibit_rules:"), ("slack-incidents", "alertmanager.yml", "- name: 'slack-incidents'"));
    }

    [Fact]
    public void Nothing_is_quoted_that_is_not_there() => new ConfigurationQuotes(Documented, Corrected).Of([Failing("NoSuchAlert")]).Should().BeEmpty();

    [Fact]
    public void What_the_corrected_configuration_has_too_needs_no_mend() =>
        new ConfigurationQuotes(Corrected, Corrected).Of([Failing("HighMemoryUsage")]).Single().Mended.Should().BeNull();

    private static AlertEntry Failing(params string[] subjects) => new()
    {
        Alert = "A",
        Component = "api",
        Severity = "warning",
        Fault = "f",
        Cell = "a",
        JudgedAt = "N=25",
        Verdict = Verdict.Defective,
        Stages = [new StageEntry { Stage = StageName.Fires, Outcome = Outcome.Fail, Subjects = [.. subjects] }],
    };

    private static MonitoringConfiguration Load(string name) => MonitoringConfiguration.Load(Path.Combine(ProjectRoot.Find(), "environments", "monitoring", name));
}
