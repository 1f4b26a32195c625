using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class AlertmanagerReaderTests
{
    private const string Receivers = "receivers: [{name: r}]\n";

    private const string Full = """
        global:
          resolve_timeout: 1m
          slack_api_url_file: /run/slack
          http_config: {proxy_url: 'http://p'}
        templates: ['t/*.tmpl']
        mute_time_intervals:
        - name: old
          time_intervals: [{years: ['2026']}]
        time_intervals:
        - name: new
          time_intervals:
          - weekdays: [monday]
        route:
          receiver: r
          group_by: [a, b]
          routes:
          - receiver: s
            matchers: [x="1", 'y=~"2|3"']
            match: {z: w}
            match_re: {v: "u.*"}
            continue: true
            group_by: ['...']
            group_wait: 1s
            group_interval: 2s
            repeat_interval: 3s
            mute_time_intervals: [old]
            active_time_intervals: [new]
            colour: red
        inhibit_rules:
        - name: n
          source_matchers: ['{a="b",c!="d"}']
          target_match: {e: f}
          target_match_re: {g: h}
          equal: [i, j]
        receivers:
        - name: r
        - name: s
          slack_configs:
          - channel: '#c'
            send_resolved: true
            fields:
            - title: T
              value: '{{ .X }}'
            actions: [{type: button, text: go}]
          pagerduty_configs:
          - routing_key_file: /run/key
            details: {firing: '{{ .Y }}'}
          colour_configs: [{url: u}]
          colour: red
        tracing: {}
        """;

    [Fact]
    public void Reads_the_parts_of_the_file()
    {
        var file = Read(Full);

        file.ResolveTimeout.Should().Be(TimeSpan.FromMinutes(1));
        file.Global.Select(g => (g.Name, g.Position.Line)).Should().Equal(("resolve_timeout", 2), ("slack_api_url_file", 3), ("http_config", 4));
        file.Templates.Should().Equal(new ConfigurationText("t/*.tmpl", At(5, 13)));
        file.TimeIntervals.Select(i => (i.Name, i.Position)).Should().Equal((new("old", At(7, 9)), At(7, 3)), (new("new", At(10, 9)), At(10, 3)));
        file.Extra.Select(e => e.Name).Should().Equal("tracing");
    }

    [Fact]
    public void Reads_a_route()
    {
        var route = Read(Full).Route.Routes[0];

        route.Matchers.Select(m => (m.ToString(), m.Position)).Should().Equal(
            ("z=\"w\"", At(19, 13)), ("v=~\"u.*\"", At(20, 16)), ("x=\"1\"", At(18, 16)), ("y=~\"2|3\"", At(18, 23)));
        (route.ReceiverText, route.ContinueText).Should().Be((new ConfigurationText("s", At(17, 15)), new ConfigurationText("true", At(21, 15))));
        (route.GroupsByAll, route.GroupByTexts[0]).Should().Be((true, new ConfigurationText("...", At(22, 16))));
        (route.GroupWaitText, route.GroupIntervalText, route.RepeatIntervalText).Should().Be(
            (new ConfigurationText("1s", At(23, 17)), new ConfigurationText("2s", At(24, 21)), new ConfigurationText("3s", At(25, 22))));
        route.MuteTimeIntervals.Should().Equal(new ConfigurationText("old", At(26, 27)));
        route.ActiveTimeIntervals.Should().Equal(new ConfigurationText("new", At(27, 29)));
        route.Extra.Should().ContainSingle().Which.Position.Should().Be(At(28, 5));
    }

    [Fact]
    public void What_a_route_inherits_is_not_its_own_text()
    {
        var child = Read("route: {receiver: r, group_by: [a], group_wait: 1s, mute_time_intervals: [m], routes: [{match: {a: b}, group_by: []}]}\n" + Receivers).Route.Routes[0];

        (child.Receiver, child.ReceiverText, child.GroupWait, child.GroupWaitText).Should().Be(("r", null, TimeSpan.FromSeconds(1), null));
        child.MuteTimeIntervals.Should().BeEmpty();
        child.GroupBy.Should().Equal(["a"], "Alertmanager takes an empty list for a missing one");
    }

    [Fact]
    public void Reads_an_inhibition_rule()
    {
        var rule = Read(Full).InhibitRules.Should().ContainSingle().Subject;

        rule.Name.Should().Be(new ConfigurationText("n", At(30, 9)));
        rule.Source.Select(m => (m.ToString(), m.Position)).Should().Equal(("a=\"b\"", At(31, 23)), ("c!=\"d\"", At(31, 29)));
        rule.Target.Select(m => (m.ToString(), m.Position)).Should().Equal(("e=\"f\"", At(32, 18)), ("g=~\"h\"", At(33, 21)));
        rule.EqualTexts.Should().Equal(new ConfigurationText("i", At(34, 11)), new ConfigurationText("j", At(34, 14)));
    }

    [Fact]
    public void Reads_a_receiver_with_all_that_is_nested()
    {
        var receiver = Read(Full).Receivers[1];

        (receiver.NamePosition, receiver.Extra.Single().Name).Should().Be((At(37, 9), "colour"));
        receiver.Integrations.Select(i => (i.Kind, i.Address, i.SendsResolved, i.KnownKind is null)).Should().Equal(
            ("slack", "#c", true, false), ("pagerduty", "/run/key", true, false), ("colour", "u", true, true));
        receiver.Integrations[0].SendResolvedText.Should().Be(new ConfigurationText("true", At(40, 20)));
        receiver.Integrations[0].Source.Texts().Select(t => (t.Name, t.Value, t.Text.Position)).Should().Equal(
            ("channel", "#c", At(39, 14)), ("send_resolved", "true", At(40, 20)), ("fields[0].title", "T", At(42, 14)), ("fields[0].value", "{{ .X }}", At(43, 14)),
            ("actions[0].type", "button", At(44, 22)), ("actions[0].text", "go", At(44, 36)));
        receiver.Integrations[1].Source.Texts().Select(t => (t.Name, t.Position)).Should().Contain(("details.firing", At(47, 15)));
    }

    [Fact]
    public void Tells_what_an_integration_inherits()
    {
        var integrations = Read(Full).Receivers[1].Integrations;

        integrations[0].Inherited.Select(i => (i.Name, i.GlobalName, i.Value?.Position, i.Default)).Should().Equal(
            ("http_config", "http_config", At(4, 16), null), ("api_url", "slack_api_url_file", At(3, 23), null));
        integrations[1].Inherited.Select(i => (i.Name, i.GlobalName, i.Value?.Position, i.Default)).Should().Equal(
            ("http_config", "http_config", At(4, 16), null), ("url", "pagerduty_url", null, "https://events.pagerduty.com/v2/enqueue"));
        Read("route: {receiver: r}\nreceivers: [{name: r, slack_configs: [{api_url_file: f, http_config: {}}]}]\n").Receivers[0].Integrations[0].Inherited.Should().BeEmpty();
    }

    [Theory]
    [InlineData("discord", true)]
    [InlineData("email", false)]
    [InlineData("incidentio", true)]
    [InlineData("jira", true)]
    [InlineData("mattermost", true)]
    [InlineData("msteams", true)]
    [InlineData("msteamsv2", true)]
    [InlineData("opsgenie", true)]
    [InlineData("pagerduty", true)]
    [InlineData("pushover", true)]
    [InlineData("rocketchat", false)]
    [InlineData("slack", false)]
    [InlineData("sns", true)]
    [InlineData("telegram", true)]
    [InlineData("victorops", true)]
    [InlineData("webex", true)]
    [InlineData("webhook", true)]
    [InlineData("wechat", false)]
    public void Knows_each_kinds_default_for_resolutions(string kind, bool sendsResolved)
    {
        var integration = Read($"route: {{receiver: r}}\nreceivers: [{{name: r, {kind}_configs: [{{}}]}}]\n").Receivers[0].Integrations[0];

        (integration.SendsResolved, integration.KnownKind!.Name).Should().Be((sendsResolved, kind));
    }

    [Theory]
    [InlineData("route: {receiver: r, routes: [{matchers: ['a=~\"[\"']}]}\n" + Receivers, "alertmanager.yml:1:43: '[' is no regular expression that Alertmanager could read: at character 1, '[' is not closed; write it in RE2's syntax")]
    [InlineData("route: {receiver: r, routes: [{match_re: {a: '(?=x)'}}]}\n" + Receivers, "alertmanager.yml:1:43: '(?=x)' is no regular expression*")]
    [InlineData("route: {receiver: r, routes: [{matchers: ['a']}]}\n" + Receivers, "alertmanager.yml:1:43: 'a' is no matcher; write it like severity=\"critical\" or team=~\"a|b\"")]
    [InlineData("route: {receiver: r, routes: [{matchers: {a: b}}]}\n" + Receivers, "alertmanager.yml:1:42: 'matchers' must be a list but is a mapping; begin each entry with '- '")]
    [InlineData("route: {receiver: r, group_wait: 5}\n" + Receivers, "alertmanager.yml:1:34: 'group_wait' is '5', which is no duration; write it like 30s, 5m or 1h30m")]
    [InlineData("route: {receiver: r, routes: x}\n" + Receivers, "alertmanager.yml:1:30: 'routes' must be a list but is 'x'; begin each entry with '- '")]
    [InlineData("route: {receiver: r}\nreceivers: [{slack_configs: []}]\n", "alertmanager.yml:2:13: a receiver has no 'name'; add one")]
    [InlineData("route: {receiver: r}\nreceivers: [{name: r, slack_configs: {}}]\n", "alertmanager.yml:2:38: 'slack_configs' must be a list but is a mapping; begin each entry with '- '")]
    [InlineData("route: {receiver: r}\nreceivers: [{name: r, slack_configs: [{send_resolved: 1}]}]\n", "alertmanager.yml:2:55: 'send_resolved' is '1', which is neither true nor false")]
    [InlineData("route: {receiver: r}\ninhibit_rules: [{equal: a}]\n" + Receivers, "alertmanager.yml:2:25: 'equal' must be a list but is 'a'; begin each entry with '- '")]
    [InlineData("time_intervals: [{name: a}]\nmute_time_intervals: [{name: a}]\nroute: {receiver: r}\n" + Receivers, "alertmanager.yml:1:18: the time interval 'a' is already defined on line 2; rename or remove one")]
    [InlineData("route: &r {receiver: r, routes: [*r]}\n" + Receivers, "alertmanager.yml:1:34: the alias '*r' names a node that it is a part of; write the value out")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<ConfigurationException>().WithMessage(message);

    private static AlertmanagerFile Read(string text) => AlertmanagerReader.Read(ConfigurationFile.Of("alertmanager.yml", Encoding.UTF8.GetBytes(text)));

    private static SourcePosition At(int line, int column) => new("alertmanager.yml", line, column);
}
