using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Simulating.Behaviour;

/// <summary>An alert to simulate: a plain value above 100 for 1 m, evaluated every 30 s.</summary>
internal static class SimulatedAlertSamples
{
    private const string Rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: x > 100\n";

    public static SimulatedAlert Above(params ReadOnlySpan<string> tells)
    {
        var file = RuleReader.Read(ConfigurationFile.Of("rules/a.yml", Rules));
        return new SimulatedAlert
        {
            Contract = SampleContracts.DwcpPacketLoss with
            {
                Alert = "A", Component = "c", Severity = "warning", Signal = new Gauge("x"), Threshold = 100, For = TimeSpan.FromMinutes(1), Annotations = ["summary"], DescriptionTells = [.. tells],
            },
            System = new SimulatedSystem { Targets = [SeriesLabels.Of(("instance", "one")), SeriesLabels.Of(("instance", "two"))] },
            File = file,
            Rule = file.Groups[0].Rules[0],
            EvaluationInterval = TimeSpan.FromSeconds(30),
        };
    }
}
