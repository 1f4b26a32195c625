using NovaCron.Validation.Assertions.Checks.Messages;

namespace NovaCron.Validation.Tests.Unit.Checks.Messages;

public sealed class FieldNotCarriedTests
{
    private const string Head = "route: {receiver: team}\nreceivers:\n- name: team\n";

    [Fact]
    public void What_version_1_of_the_events_does_not_carry_is_found() =>
        CheckedText.OfAlertmanager(new FieldNotCarried(), Head + "  pagerduty_configs:\n  - service_key: k\n    severity: critical\n    client: c\n    class: x\n").Should().Equal(
            "alertmanager.yml:6:5 Error message/field-not-carried team: expected severity to reach PagerDuty, found service_key, which selects Events API v1: its events have no severity, and Alertmanager drops the setting | use routing_key with the key of an Events API v2 integration",
            "alertmanager.yml:8:5 Error message/field-not-carried team: expected class to reach PagerDuty, found service_key, which selects Events API v1: its events have no class, and Alertmanager drops the setting | use routing_key with the key of an Events API v2 integration");

    [Theory]
    [InlineData("  pagerduty_configs:\n  - routing_key: k\n    severity: critical\n    class: x\n")]
    [InlineData("  pagerduty_configs:\n  - service_key_file: k\n    description: x\n    details: {severity: x}\n    client_url: u\n")]
    [InlineData("  webhook_configs:\n  - url: http://x/\n    severity: x\n")]
    public void What_is_carried_is_not(string integration) => CheckedText.OfAlertmanager(new FieldNotCarried(), Head + integration).Should().BeEmpty();
}
