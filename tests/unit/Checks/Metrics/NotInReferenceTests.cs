using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Metrics;

public sealed class NotInReferenceTests
{
    private const string Rules = "groups:\n- name: g\n  rules:\n  - alert: ServiceDown\n    expr: up == 0 and redis_up == 0 and http_request_duration_seconds_bucket > 1 and redis_up == 1\n  - alert: ServiceDown\n    expr: redis_up == 1\n  - alert: Other\n    expr: pg_up == 0\n";

    [Fact]
    public void What_the_reference_leaves_out_is_found_once_and_for_the_strategys_alerts_only() =>
        CheckedText.Say(new NotInReference(), CheckedText.Subject([SampleContracts.ServiceDown], ("rules/r.yml", Rules))).Should().Equal(
            "rules/r.yml:5:23 Info metric/not-in-reference ServiceDown: the strategy's \"Key Metrics Reference\" leaves out redis_up, which ServiceDown (rules/r.yml:5:11), ServiceDown (rules/r.yml:7:11) ask for | add it to the reference");

    [Fact]
    public void One_alert_is_named_by_its_place_alone() =>
        CheckedText.Say(new NotInReference(), CheckedText.Subject([SampleContracts.ServiceDown], ("rules/r.yml", "groups:\n- name: g\n  rules:\n  - alert: ServiceDown\n    expr: redis_up == 0\n"))).Should().Equal(
            "rules/r.yml:5:11 Info metric/not-in-reference ServiceDown: the strategy's \"Key Metrics Reference\" leaves out redis_up, which this alert asks for | add it to the reference");

    [Fact]
    public void Without_the_strategy_there_is_no_reference() => CheckedText.OfRules(new NotInReference(), Rules).Should().BeEmpty();
}
