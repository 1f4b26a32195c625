using NovaCron.Validation.Assertions.Checks.Messages;

namespace NovaCron.Validation.Tests.Unit.Checks.Messages;

public sealed class UndefinedTemplateTests
{
    [Theory]
    [InlineData("{{ template \"nowhere\" . }}", "team.tmpl", "alertmanager.yml:5:32 Error message/undefined-template team: expected a template named \"nowhere\", found none: no message of pushover is sent where its url comes to this call | define it in a file that templates names, or call another")]
    [InlineData("{{ template \"calls\" . }}", "team.tmpl", "team.tmpl:2:33 Error message/undefined-template team: expected a template named \"gone\", found none: no message of pushover is sent where its url comes to this call | define it in a file that templates names, or call another")]
    public void A_template_that_nobody_defines_is_found(string text, string templates, string finding) => Find(text, templates).Should().Equal(finding);

    [Theory]
    [InlineData("{{ template \"title\" . }}{{ template \"slack.default.title\" . }}{{ template \"__subject\" . }}", "team.tmpl")]
    [InlineData("{{ define \"own\" }}x{{ end }}{{ template \"own\" . }}", "team.tmpl")]
    [InlineData("{{ template \"nowhere\" . }}", "/etc/alertmanager/elsewhere-*.tmpl")]
    [InlineData("{{ template \"nowhere\"", "team.tmpl")]
    public void One_that_somebody_may_define_is_not(string text, string templates) => Find(text, templates).Should().BeEmpty();

    private static IReadOnlyList<string> Find(string text, string templates) => CheckedText.Say(new UndefinedTemplate(), CheckedText.Subject(
        [],
        ("alertmanager.yml", $"route: {{receiver: team}}\nreceivers:\n- name: team\n  pushover_configs:\n  - url: 'http://x/{text}'\ntemplates: ['{templates}']\n"),
        ("team.tmpl", "{{ define \"title\" }}x{{ end }}\n{{ define \"calls\" }}{{ template \"gone\" }}{{ end }}\n{{ define \"uncalled\" }}{{ template \"lost\" }}{{ end }}")));
}
