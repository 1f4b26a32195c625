using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Assertions.Simulation.Promtool;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Simulating.Behaviour;

public sealed class AlertTextTests
{
    private const string Labels = """{alertname="A", component="c", severity="warning", pod="api-1"}""";

    [Fact]
    public void Labels_and_texts_as_promised_are_no_finding() =>
        Judge(["$value", "$labels.pod", "x_max"], Labels, ("Pod api-1 at 105 of 100", "ok"), ("Pod api-1 at 130 of 100", "ok")).Should().BeEmpty();

    [Theory]
    [InlineData("""{component="c", severity="critical"}""", "expected the alert to have severity=\"warning\", found \"critical\"")]
    [InlineData("""{severity="warning"}""", "expected the alert to have component=\"c\", found none")]
    public void Other_labels_are_found(string labels, string message) =>
        Judge([], labels, ("", "ok"), ("", "ok")).Should().ContainSingle().Which.Should().Match<Finding>(f => f.Check == BehaviourName.WrongLabels && f.Message == message);

    [Fact]
    public void A_label_that_the_description_tells_must_be_there() =>
        Judge(["$labels.node"], Labels, ("", "ok"), ("", "ok")).Should().ContainSingle().Which.Message.Should().Contain("the label node, which its description tells");

    [Fact]
    public void An_alert_that_can_be_inhibited_must_have_a_namespace() =>
        AlertText.Judge(Alert([], "ServiceDown"), [Firing(Labels, "", "ok")], [], Create).Should().ContainSingle().Which.Message.Should().Contain("the label namespace").And.Contain("ServiceDown cannot inhibit it");

    [Theory]
    [InlineData("load is <no value>")]
    [InlineData("<error expanding template: error executing template>")]
    [InlineData("load is %!f(string=x)")]
    public void A_text_that_does_not_render_is_found(string summary) =>
        Judge([], Labels, ("", summary), ("", summary)).Should().ContainSingle().Which.Check.Should().Be(BehaviourName.UnreadableAnnotation);

    [Theory]
    [InlineData(" ", "it empty")]
    [InlineData(null, "none")]
    public void A_promised_text_must_be_there(string? summary, string found) =>
        Judge([], Labels, ("", summary), ("", summary)).Should().ContainSingle().Which.Message.Should().EndWith($"found {found}");

    [Fact]
    public void A_description_that_stays_the_same_at_another_value_does_not_tell_it() =>
        Judge(["$value"], Labels, ("at 100 %", "ok"), ("at 100 %", "ok")).Should().ContainSingle().Which.Should().Match<Finding>(f => f.Check == BehaviourName.NoValue && f.Message.EndsWith("the same at another value"));

    [Theory]
    [InlineData("$labels.pod", "a pod")]
    [InlineData("x_max", "max: 1000")]
    public void What_else_it_must_tell_is_looked_for(string tells, string description) =>
        Judge([tells], Labels, (description, "ok"), (description, "ok")).Should().ContainSingle().Which.Check.Should().Be(BehaviourName.NoValue);

    [Fact]
    public void Nothing_is_said_of_an_alert_that_does_not_fire() => AlertText.Judge(Alert(["$value"]), [], [], Create).Should().BeEmpty();

    private static List<Finding> Judge(string[] tells, string labels, (string Description, string? Summary) first, (string Description, string? Summary) second) =>
        [.. AlertText.Judge(Alert(tells), [Firing(labels, first.Description, first.Summary)], [Firing(labels, second.Description, second.Summary)], Create)];

    private static SimulatedAlert Alert(string[] tells, params ImmutableArray<string> inhibitors)
    {
        var alert = SimulatedAlertSamples.Above(tells);
        return alert with { Contract = alert.Contract with { InhibitedBy = inhibitors } };
    }

    private static FiringAlert Firing(string labels, string description, string? summary)
    {
        var annotations = ImmutableSortedDictionary<string, string>.Empty;
        annotations = description.Length == 0 ? annotations : annotations.Add("description", description);
        return new FiringAlert(LabelText.Read(labels), summary is null ? annotations : annotations.Add("summary", summary));
    }

    private static Finding Create(string check, string message, SourcePosition? position) =>
        new() { Check = check, Severity = Severity.Error, Subject = "A", Position = position ?? new SourcePosition("a.yml", 1, 1), Message = message };
}
