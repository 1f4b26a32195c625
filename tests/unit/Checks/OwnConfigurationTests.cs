using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Tests.Unit.Architecture;

namespace NovaCron.Validation.Tests.Unit.Checks;

public sealed class OwnConfigurationTests
{
    [Fact]
    public void Of_the_documented_configuration_the_ledger_foretells_every_finding_that_is_graver_than_worth_knowing()
    {
        var result = Check("documented");

        result.Findings.Where(CheckResult.IsNew).Should().BeEmpty();
        result.Findings.Select(f => f.KnownDefect).OfType<string>().Distinct().Should().Contain([
            "dwcp-rules-do-not-load", "slack-incidents-empty-fields", "slack-alerts-empty-fields", "pagerduty-no-severity", "slack-hears-of-no-resolution", "slack-dwcp-is-never-reached",
            "slack-dwcp-hears-of-no-resolution", "high-cpu-usage-is-never-inhibited", "promtail-reads-no-file", "log-container-is-always-empty", "log-labels-set-by-nobody"]);
    }

    [Fact]
    public void Of_the_corrected_configuration_nothing_is_graver_than_worth_knowing() => Check("corrected").Findings.Where(f => f.Severity > Severity.Info).Should().BeEmpty();

    private static CheckResult Check(string name)
    {
        var folder = Path.Combine(Repository.Own().Root, "environments", "monitoring", name);
        // What only virtual time shows is not asked for here.
        var ledger = CheckedConfiguration.Ledger(folder).Select(e => e with { FoundBy = [.. e.FoundBy.Where(f => !f.Check.StartsWith("behaviour/", StringComparison.Ordinal))] }).ToList();
        return new CheckJob(CheckCatalogue.All, TimeProvider.System).Run(name, CheckedConfiguration.Load(folder).Subject, ledger);
    }
}
