using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Simulation.Behaviour;

namespace NovaCron.Validation.Tests.Unit.Simulating.Behaviour;

/// <summary>Cases begin at 60 s; the fault comes then, is told at 240 s, and is gone at 360 s. A rule that keeps its promise fires at 120 s.</summary>
public sealed class BehaviourSimulationTests
{
    private static readonly Dictionary<string, double?> Kept = new()
    {
        ["quiet first-firing"] = null,
        ["quiet bad"] = null,
        ["quiet seen"] = 20,
        ["quiet worst"] = 100,
        ["fault first-firing"] = 120,
        ["fault last-firing"] = 330,
        ["fault firing"] = 20,
        ["fault pending"] = 2,
        ["fault first-bad"] = 60,
        ["fault last-bad"] = 330,
        ["fault worst"] = 130,
        ["interrupted fault first-firing"] = 180,
        ["interrupted fault first-bad"] = 60,
        ["interrupted fault last-good"] = 90,
        ["interrupted fault last-bad"] = 240,
    };

    [Fact]
    public async Task A_kept_promise_is_no_finding()
    {
        var result = await RunAsync();

        result.Should().BeEquivalentTo(new BehaviourResult(3, [], []));
    }

    [Theory]
    [InlineData("quiet first-firing", 150, BehaviourName.NotSilentWhenHealthy, "expected silence with the promised signal at 40 (bad is > 100) and nothing else wrong, found the alert firing 90 s after the signal came to that")]
    [InlineData("quiet first-firing", 300, BehaviourName.NotSilentJustBelow, "expected silence with the promised signal at 95 (bad is > 100), found the alert firing 60 s after the signal came to that")]
    [InlineData("quiet first-firing", 480, BehaviourName.NotSilentJustBelow, "*at 100 (bad*firing 60 s*")]
    [InlineData("fault first-firing", null, BehaviourName.NeverFires, "expected the alert to fire 60 s after the first evaluation at which the promised signal is bad, with the promised signal at 105 (bad is > 100), found it pending, and not firing, within 300 s")]
    [InlineData("fault first-firing", 90, BehaviourName.FiresEarly, "*found it firing 30 s after it")]
    [InlineData("fault first-firing", 30, BehaviourName.FiresEarly, "*found it firing 30 s before that evaluation")]
    [InlineData("fault first-firing", 150, BehaviourName.FiresLate, "*found it firing 90 s after it")]
    [InlineData("fault last-firing", 360, BehaviourName.NotResolved, "expected the alert to resolve 0 s after the fault, at the first evaluation at which the promised signal is good, found it firing until 0 s after it")]
    [InlineData("fault last-firing", 480, BehaviourName.NotResolved, "*found it firing to the end, 120 s after it")]
    [InlineData("fault last-firing", 300, BehaviourName.ResolvesEarly, "*found it resolved at -30 s")]
    [InlineData("fault firing", 6, BehaviourName.ResolvesEarly, "*found it at 6 of 8 evaluations")]
    [InlineData("interrupted fault first-firing", 120, BehaviourName.ForNotReset, "expected for to begin anew after the evaluation 30 s after the first bad one*fire at 120 s, found it firing at 60 s")]
    [InlineData("interrupted fault first-firing", 210, BehaviourName.FiresLate, "*found 150 s")]
    [InlineData("interrupted fault last-good", null, BehaviourName.NotJudged, "*interrupted fault*shows nothing*")]
    [InlineData("quiet seen", 0, BehaviourName.NotJudged, "*has no value")]
    [InlineData("quiet bad", 3, BehaviourName.NotJudged, "*good side of the threshold*")]
    [InlineData("fault first-bad", null, BehaviourName.NotJudged, "*not bad beyond the threshold*")]
    public async Task What_breaks_it_is_found(string key, int? value, string check, string message)
    {
        var result = await RunAsync((key, value));

        var finding = result.Findings.Should().ContainSingle().Which;
        finding.Should().Match<Finding>(f => f.Check == check && f.Subject == "A" && f.Position.File == "rules/a.yml" && f.Severity == (check == BehaviourName.NotJudged ? Severity.Warning : Severity.Error));
        finding.Message.Should().Match(message);
        result.Failed.Should().Equal($"A, {key[..key.LastIndexOf(' ')]}");
    }

    [Fact]
    public async Task A_rule_that_is_never_silent_is_found_once() =>
        (await RunAsync(("quiet first-firing", 60), ("fault first-firing", 60), ("fault last-firing", 500), ("interrupted fault first-firing", 60)))
            .Findings.Should().ContainSingle().Which.Check.Should().Be(BehaviourName.NotSilentWhenHealthy);

    [Fact]
    public async Task Two_alerts_for_one_series_are_found()
    {
        const string Two = """

                    0:
                      Labels:{alertname="A", component="c", container="", severity="warning"}
                      Annotations:{summary="s"}
                    1:
                      Labels:{alertname="A", component="c", container="api", severity="warning"}
                      Annotations:{summary="s"}
            """;

        var result = await new BehaviourSimulation(new ScriptedRuleTester(Answer([])) { Alerts = Two }, ImmutableSortedDictionary<string, string>.Empty).RunAsync([SimulatedAlertSamples.Above()], default);

        result.Findings.Should().ContainSingle().Which.Message.Should().EndWith("found 2: {container=\"\"} and {container=\"api\"}");
    }

    [Fact]
    public async Task A_refused_file_is_told_of_every_alert_in_it_with_the_reason()
    {
        var tester = new ScriptedRuleTester(Answer([])) { Output = "  FAILED:\nrules.yml: 5:11: could not parse expression\n" };
        var two = SimulatedAlertSamples.Above() with { Contract = SimulatedAlertSamples.Above().Contract with { Alert = "B" } };

        var result = await new BehaviourSimulation(tester, ImmutableSortedDictionary<string, string>.Empty).RunAsync([SimulatedAlertSamples.Above(), two], default);

        result.Findings.Select(f => (f.Check, f.Subject)).Should().Equal((BehaviourName.NotLoaded, "A"), (BehaviourName.NotLoaded, "B"));
        result.Findings[0].Message.Should().EndWith("5:11: could not parse expression");
        tester.Calls.Should().ContainSingle("a file is one call");
    }

    [Theory]
    [InlineData("    rule: A, time: 1m0s, err: many-to-many matching not allowed\n", BehaviourName.NeverFires, "*it fails: many-to-many matching not allowed")]
    [InlineData("    rule: B, time: 1m0s, err: many-to-many matching not allowed\n", BehaviourName.NotJudged, "*the rule B in the same file fails: many-to-many matching not allowed")]
    [InlineData("panic: oh\n", BehaviourName.NotJudged, "*it said: panic: oh")]
    [InlineData("", BehaviourName.NotJudged, "*no answer*")]
    public async Task A_test_that_breaks_off_is_told_with_the_reason(string output, string check, string message)
    {
        var finding = (await new BehaviourSimulation(new ScriptedRuleTester(Answer([])) { Output = output }, ImmutableSortedDictionary<string, string>.Empty).RunAsync([SimulatedAlertSamples.Above()], default))
            .Findings.Should().ContainSingle().Which;

        finding.Check.Should().Be(check);
        finding.Message.Should().Match(message);
    }

    [Fact]
    public async Task An_alert_that_no_series_can_show_is_told()
    {
        var alert = SimulatedAlertSamples.Above() with { System = new SimulatedSystem { Targets = [] } };

        (await new BehaviourSimulation(new ScriptedRuleTester(Answer([])), ImmutableSortedDictionary<string, string>.Empty).RunAsync([alert], default))
            .Findings.Should().ContainSingle().Which.Should().Match<Finding>(f => f.Check == BehaviourName.NotJudged && f.Message.Contains("no series of x"));
    }

    private static Task<BehaviourResult> RunAsync(params (string Key, double? Value)[] changes) =>
        new BehaviourSimulation(new ScriptedRuleTester(Answer(changes)), ImmutableSortedDictionary<string, string>.Empty).RunAsync([SimulatedAlertSamples.Above()], CancellationToken.None);

    private static Func<string, string, double?> Answer((string Key, double? Value)[] changes) => (test, key) =>
    {
        var name = $"{test["A, ".Length..]} {key}";
        return changes.Any(c => c.Key == name) ? changes.First(c => c.Key == name).Value : Kept.TryGetValue(name, out var kept) ? kept : 0;
    };
}
