using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class RuleReaderTests
{
    private const string Full = """
        groups:
        - name: "g"
          interval: 30s
          limit: 10
          query_offset: 1m
          labels: {team: infra}
          partial_response_strategy: warn
          rules:
          - record: job:up
            expr: sum(up)
            labels:
              kind: sum
          - alert: Down
            expr: |
              up
              == 0
            for: 5m
            keep_firing_for: 10m
            labels:
              severity: critical
              team: api
            annotations:
              summary: 'it is {{ $labels.job }}'
            colour: red
        extra: 1
        """;

    [Fact]
    public void Reads_every_field_of_a_group()
    {
        var file = Read(Full);
        var group = file.Groups.Should().ContainSingle().Subject;

        (group.Name, group.NamePosition, group.Position).Should().Be(("g", At(2, 9), At(2, 3)));
        (group.Interval, group.IntervalText).Should().Be((TimeSpan.FromSeconds(30), new ConfigurationText("30s", At(3, 13))));
        (group.QueryOffset, group.QueryOffsetText).Should().Be((TimeSpan.FromMinutes(1), new ConfigurationText("1m", At(5, 17))));
        group.Limit.Should().Be(new ConfigurationText("10", At(4, 10)));
        group.Labels.Should().Equal(new ConfigurationEntry("team", At(6, 12), new ConfigurationText("infra", At(6, 18))));
        group.Extra.Should().ContainSingle().Which.Should().Match<ConfigurationField>(f => f.Name == "partial_response_strategy" && f.Position == At(7, 3));
        file.Extra.Should().ContainSingle().Which.Name.Should().Be("extra");
        file.IsCustomResource.Should().BeFalse();
    }

    [Fact]
    public void Reads_every_field_of_the_rules()
    {
        var group = Read(Full).Groups[0];
        var (recording, alerting) = (group.RecordingRules[0], group.Rules[0]);

        (recording.Name, recording.NamePosition, recording.Index, recording.ExprText).Should().Be(("job:up", At(9, 13), 0, new ConfigurationText("sum(up)", At(10, 11))));
        recording.LabelEntries.Should().Equal(new ConfigurationEntry("kind", At(12, 7), new ConfigurationText("sum", At(12, 13))));
        (alerting.Name, alerting.NamePosition, alerting.Index).Should().Be(("Down", At(13, 12), 1));
        (alerting.ForText, alerting.KeepFiringForText).Should().Be((new ConfigurationText("5m", At(17, 10)), new ConfigurationText("10m", At(18, 22))));
        alerting.LabelEntries.Select(l => (l.Name, l.Position, l.Value, l.Text.Position)).Should().Equal(
            ("severity", At(20, 7), "critical", At(20, 17)), ("team", At(21, 7), "api", At(21, 13)));
        alerting.AnnotationEntries.Should().ContainSingle().Which.Text.Position.Should().Be(At(23, 16));
        alerting.Extra.Should().ContainSingle().Which.Position.Should().Be(At(24, 5));
        group.LabelsOf(alerting).Should().Equal(KeyValuePair.Create("severity", "critical"), KeyValuePair.Create("team", "api"));
        group.LabelsOf(alerting with { Labels = alerting.Labels.Remove("team") })["team"].Should().Be("infra");
    }

    [Theory]
    [InlineData("expr: |\n      up\n      == 0\n", 0, 5, 7)]
    [InlineData("expr: |\n      up\n      == 0\n", 3, 6, 7)]
    [InlineData("expr: |\n      up\n      == 0\n", 2, 6, 7)]
    [InlineData("expr: >-\n      up\n      == 0\n", 3, 6, 7)]
    [InlineData("expr: 'up{a=\"it''s\"} == 0'\n", 10, 4, 23)]
    [InlineData("expr: \"up{a=\\\"b\\\"}\"\n", 5, 4, 17)]
    [InlineData("expr: up == 0\n", 6, 4, 17)]
    [InlineData("expr: up == 0\n", 99, 4, 11)]
    public void Knows_where_each_character_of_an_expression_stands(string expression, int offset, int line, int column)
    {
        var rule = Read($"groups:\n- name: g\n  rules: [] \n".Replace("[] \n", "\n  - alert: A\n    " + expression, StringComparison.Ordinal)).Groups[0].Rules[0];

        rule.ExprText!.PositionOf(offset).Should().Be(At(line + 1, column));
    }

    [Fact]
    public void Merged_mappings_are_read_where_a_file_is_only_checked()
    {
        const string text = "x: &common {severity: warning, team: a}\ngroups:\n- name: g\n  rules:\n  - alert: A\n    expr: up\n    labels:\n      <<: *common\n      team: b\n";

        Read(text).Groups[0].Rules[0].LabelEntries.Select(l => (l.Name, l.Value, l.Position)).Should().Equal(("team", "b", At(9, 7)), ("severity", "warning", At(1, 13)));
        FluentActions.Invoking(() => RuleReader.Read(File(text))).Should().Throw<ConfigurationException>().WithMessage("r.yml:8:7: 'labels' has a key that is merged*");
    }

    [Fact]
    public void Two_alerts_of_one_name_and_the_same_labels_are_read_where_a_file_is_only_checked() =>
        Read("groups:\n- name: g\n  rules:\n  - {alert: A, expr: x}\n  - {alert: A, expr: y}\n").Groups[0].Rules.Should().HaveCount(2);

    [Fact]
    public void Reads_custom_resources()
    {
        const string rule = "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - name: g\n    rules:\n    - {alert: A, expr: up}\n";
        var documents = YamlFile.ParseAll(File($"{rule}---\nkind: ConfigMap\ndata: {{}}\n---\nkind: List\nitems:\n- {{kind: PrometheusRule, spec: {{groups: [{{name: h, rules: []}}]}}}}\n- {{kind: Other}}\n"), mayMerge: true);

        var file = RuleReader.ReadCustomResources(documents);

        file.Groups.Select(g => g.Name).Should().Equal("g", "h");
        file.Groups[0].Rules[0].Position.Should().Be(At(7, 7));
        file.IsCustomResource.Should().BeTrue();
    }

    [Theory]
    [InlineData("groups: {}\n", "r.yml:1:9: 'groups' must be a list but is a mapping; begin each entry with '- '")]
    [InlineData("groups: [x]\n", "r.yml:1:10: an entry of 'groups' must be a mapping but is 'x'; write 'key: value' lines")]
    [InlineData("groups: [{name: g, rules: [{alert: A, labels: [x]}]}]\n", "r.yml:1:47: 'labels' must be a mapping but is a list; write 'key: value' lines")]
    [InlineData("groups: [{name: g, rules: [{alert: A, labels: {a: [x]}}]}]\n", "r.yml:1:51: 'a' must be text but is a list")]
    [InlineData("groups: [{name: g, rules: [{alert: A, expr: {}}]}]\n", "r.yml:1:45: 'expr' must be text but is a mapping")]
    [InlineData("groups: [{name: g, limit: [], rules: []}]\n", "r.yml:1:27: 'limit' must be text but is a list")]
    [InlineData("groups: [{name: g, rules: [{record: '', expr: x}]}]\n", "r.yml:1:29: a recording rule has no 'record'; add one")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<ConfigurationException>().WithMessage(message);

    private static ConfigurationFile File(string text) => ConfigurationFile.Of("r.yml", Encoding.UTF8.GetBytes(text));

    private static RuleFile Read(string text) => RuleReader.Read(YamlFile.Parse(File(text), mayMerge: true));

    private static SourcePosition At(int line, int column) => new("r.yml", line, column);
}
