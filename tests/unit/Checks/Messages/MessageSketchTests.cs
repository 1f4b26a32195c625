using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Messages;
using NovaCron.Validation.Assertions.Checks.Templates;
using NovaCron.Validation.Assertions.Checks.Templates.Ast;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Tests.Unit.Checks.Messages;

/// <summary>In the expectations, ? stands for a text that is not empty, _ for one that may be, and * for anything.</summary>
public sealed class MessageSketchTests
{
    private const string Rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: sum by (job, pod) (up{job='a'}) + on (job, pod) b{pod=~'x.+'}\n    labels: {severity: critical, team: '{{ $labels.pod }}'}\n    annotations: {summary: it is so, description: 'at {{ $value }} %'}\n";

    [Theory]
    [InlineData("{{ .CommonLabels.severity }} of {{ .GroupLabels.alertname }}", "critical of A")]
    [InlineData("{{ .GroupLabels.severity }}|{{ .CommonLabels.instance }}", "|")]
    [InlineData("{{ .CommonLabels.team }}", "_")]
    [InlineData("{{ range .Alerts }}{{ .Annotations.summary }} {{ .Annotations.description }} {{ .Labels.severity }}{{ end }}", "it is so at ? % critical")]
    [InlineData("{{ range .Alerts.Firing }}{{ .Annotations.nothing }}{{ end }}|{{ .CommonAnnotations.summary }}", "|it is so")]
    [InlineData("{{ .CommonLabels.severity | toUpper }} {{ toUpper .Status }} {{ index .CommonLabels \"severity\" }} {{ \"x\" }}", "CRITICAL ? critical x")]
    [InlineData("{{ .Alerts.Firing | len }}{{ .Receiver }}{{ .ExternalURL }}", "*team?")]
    [InlineData("{{ if .CommonLabels.severity }}a{{ else }}b{{ end }}{{ if .GroupLabels.severity }}a{{ else }}b{{ end }}{{ if .CommonLabels.team }}a{{ else }}b{{ end }}", "ab*")]
    [InlineData("{{ with .CommonLabels.severity }}{{ . }}{{ end }}{{ $s := .CommonLabels.severity }}{{ $s }}", "criticalcritical")]
    [InlineData("{{ template \"own\" . }}{{ template \"slack.default.text\" . }}{{ define \"own\" }}<{{ .CommonLabels.severity }}>{{ end }}", "<critical>*")]
    [InlineData("{{ template \"again\" . }}{{ define \"again\" }}x{{ template \"again\" . }}{{ end }}", "xxxxxxxxxxxxxxxxxxxx*")]
    [InlineData("a\n  {{- .CommonLabels.severity }} b", "acritical b")]
    [InlineData("a {{ .CommonLabels.severity -}}\n b {{- /* c */ -}} {{ \"d\" }}", "a criticalbd")]
    [InlineData("{{ range .CommonLabels.SortedPairs }}{{ .Value }}{{ end }}", "*")]
    public void A_message_is_told_as_far_as_it_is_known(string template, string text) => Sketch(template).Text
        .Replace(MessageSketch.Some, '?').Replace(MessageSketch.Perhaps, '_').Replace(MessageSketch.Anything, '*').Should().Be(text);

    [Fact]
    public void Each_character_knows_where_it_comes_from()
    {
        var sketch = Sketch("ab{{ .CommonLabels.severity }}c");

        sketch.Origins.Should().HaveCount(sketch.Text.Length).And.StartWith([0, 1, 2, 2]).And.EndWith(30);
    }

    private static MessageSketch Sketch(string template)
    {
        var subject = CheckedText.Subject([], ("rules/r.yml", Rules), ("prometheus.yml", "global: {}\n"), ("alertmanager.yml", "route: {receiver: team, group_by: [alertname]}\nreceivers: [{name: team}]\n"));
        var source = new TemplateSource(template, _ => throw new InvalidOperationException("no place is asked for"));
        return MessageSketch.Of(
            ParsedTemplate.OfMessage(template), source, _ => null, new SketchedAlert(subject.Rules[0], subject.Rules[0].AlertLabels, "team", [subject.Folder.Alertmanager!.Route]));
    }
}
