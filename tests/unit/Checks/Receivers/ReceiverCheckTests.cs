using NovaCron.Validation.Assertions.Checks.Receivers;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Receivers;

public sealed class ReceiverCheckTests
{
    private const string Placeholders = "global:\n  slack_api_url: https://hooks.slack.com/services/YOUR/WEBHOOK/URL\nroute: {receiver: a}\nreceivers:\n- name: a\n  pagerduty_configs: [{routing_key: YOUR_PAGERDUTY_KEY}, {routing_key: <secret>}]\n";

    [Fact]
    public void A_receiver_that_no_route_names_is_found() =>
        CheckedText.OfAlertmanager(new Unused(), "route: {receiver: a, routes: [{receiver: b}]}\nreceivers:\n- name: a\n- name: b\n- name: c\n").Should().Equal(
            "alertmanager.yml:5:9 Warning receiver/unused c: no route names it, so that it is never told anything | add a route to it, or remove it");

    [Fact]
    public void A_receiver_without_integrations_is_found() =>
        CheckedText.OfAlertmanager(new NoDestination(), "route: {receiver: a}\nreceivers:\n- name: a\n- name: b\n  webhook_configs: [{url: http://x/}]\n").Should().Equal(
            "alertmanager.yml:3:9 Info receiver/no-destination a: it has no integration: what ends here is told to nobody");

    [Fact]
    public void A_placeholder_is_found() =>
        CheckedText.OfAlertmanager(new Placeholder(), Placeholders).Should().Equal(
            "alertmanager.yml:2:18 Warning receiver/placeholder slack_api_url: expected slack_api_url to be filled in, found a placeholder: nobody is told this way | fill it in, or take it from a file by the setting that ends in _file",
            "alertmanager.yml:6:37 Warning receiver/placeholder a: expected routing_key to be filled in, found a placeholder: nobody is told this way | fill it in, or take it from a file by the setting that ends in _file",
            "alertmanager.yml:6:72 Warning receiver/placeholder a: expected routing_key to be filled in, found a placeholder: nobody is told this way | fill it in, or take it from a file by the setting that ends in _file");

    [Fact]
    public void The_strategy_has_them_on_purpose() =>
        CheckedText.Say(new Placeholder(), CheckedText.Subject([SampleContracts.ServiceDown], ("alertmanager.yml", Placeholders))).Should().HaveCount(3).And.OnlyContain(f => f.Contains(" Info receiver/placeholder "));

    [Theory]
    [InlineData("https://hooks.slack.com/services/T0123/B0456/abcDEF")]
    [InlineData("https://yours.example.com/yourself/hook")]
    [InlineData("")]
    public void What_looks_real_is_not(string url) =>
        CheckedText.OfAlertmanager(new Placeholder(), $"route: {{receiver: a}}\nreceivers: [{{name: a, slack_configs: [{{api_url: '{url}', channel: YOUR_CHANNEL}}]}}]\n").Should().BeEmpty();
}
