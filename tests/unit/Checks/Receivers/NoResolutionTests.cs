using NovaCron.Validation.Assertions.Checks.Receivers;

namespace NovaCron.Validation.Tests.Unit.Checks.Receivers;

public sealed class NoResolutionTests
{
    private const string Head = "route: {receiver: team}\nreceivers:\n- name: team\n";

    [Theory]
    [InlineData("  slack_configs:\n  - api_url: https://hooks.slack.com/x\n    channel: '#a'\n", "alertmanager.yml:5:5 Warning receiver/no-resolution team: slack is not told of resolutions unless send_resolved says so, and it does not: for its readers an incident never ends | set send_resolved to true")]
    [InlineData("  pagerduty_configs:\n  - routing_key: k\n    send_resolved: false\n", "alertmanager.yml:6:20 Warning receiver/no-resolution team: send_resolved is false: for the readers of pagerduty an incident never ends | set send_resolved to true")]
    public void An_integration_that_is_not_told_is_found(string integration, string finding) =>
        CheckedText.OfAlertmanager(new NoResolution(), Head + integration).Should().Equal(finding);

    [Theory]
    [InlineData("  slack_configs:\n  - api_url: https://hooks.slack.com/x\n    channel: '#a'\n    send_resolved: true\n")]
    [InlineData("  pagerduty_configs:\n  - routing_key: k\n")]
    [InlineData("")]
    public void An_integration_that_is_told_is_not(string integration) => CheckedText.OfAlertmanager(new NoResolution(), Head + integration).Should().BeEmpty();
}
