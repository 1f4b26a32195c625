using NovaCron.Validation.Assertions.Checks.Messages;

namespace NovaCron.Validation.Tests.Unit.Checks.Messages;

public sealed class UnknownFieldTests
{
    private const string Head = "route: {receiver: team}\nreceivers:\n- name: team\n  slack_configs:\n  - api_url: https://hooks.slack.com/x\n    text: '";

    [Theory]
    [InlineData("{{ .CommonLabel.severity }}", "field CommonLabel", 12)]
    [InlineData("{{ range .Alert }}x{{ end }}", "field Alert", 12)]
    [InlineData("{{ .Alerts.Fire | len }}", "field Fire of Alerts", 12)]
    [InlineData("{{ range .Alerts }}{{ .Annotation.summary }}{{ end }}", "field Annotation of an alert", 12)]
    [InlineData("{{ range .Alerts.Firing }}{{ .Label.x }}{{ end }}", "field Label of an alert", 12)]
    [InlineData("{{ .Alertsx.Firing | len }}", "field Alertsx", 12)]
    [InlineData("{{ range .Alerts }}{{ .Labelsx.SortedPairs }}{{ end }}", "field Labelsx of an alert", 12)]
    public void A_field_that_is_not_there_is_found(string template, string unknown, int least)
    {
        var found = CheckedText.OfAlertmanager(new UnknownField(), Head + template + "'\n").Should().ContainSingle().Which;

        found.Should().EndWith($"Error message/unknown-field team: Alertmanager's data has no {unknown}, so that the message cannot be made, and nobody is told | read a field that is there");
        int.Parse(found.Split(':', ' ')[2], System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(least);
    }

    [Theory]
    [InlineData("{{ .CommonLabels.severity }} {{ .GroupLabels.SortedPairs.Values }} {{ .ExternalURL }} {{ .Status | toUpper }} {{ .Receiver }}")]
    [InlineData("{{ .Alerts.Firing | len }} {{ len .Alerts.Resolved }} {{ range .Alerts }}{{ .Annotations.summary }} {{ .Labels.x }} {{ .StartsAt }} {{ .Fingerprint }}{{ end }}")]
    [InlineData("{{ range .Alerts.Firing }}{{ .GeneratorURL }}{{ range .Labels.SortedPairs }}{{ .Name }}={{ .Value }}{{ end }}{{ end }}")]
    [InlineData("{{ with .CommonAnnotations }}{{ .summary }}{{ end }} {{ template \"slack.default.text\" . }}")]
    public void A_field_that_is_there_is_not(string template) => CheckedText.OfAlertmanager(new UnknownField(), Head + template + "'\n").Should().BeEmpty();
}
