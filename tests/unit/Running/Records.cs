using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Rendering;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Monitoring;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Running;

/// <summary>What cells brought, for the tests of what is made of it.</summary>
internal static class Records
{
    public static AlertScenario Scenario { get; } = ScenarioCatalogue.Select(["DatabaseDeadlocks"])[0];

    // The made-up messages of the evidence carry a summary of their own.
    public static Evidence Perfect() => Evidence.For(Scenario.Contract with
    {
        Receivers = [.. Scenario.Contract.Receivers.Select(r => r with { Fields = [.. r.Fields.Where(f => f.Name != "Alert")] })],
    });

    public static CellRecord Of(CellEvidence? evidence, CellFailure? failure = null) => new() { Scenario = Scenario, Evidence = evidence, Failure = failure };

    public static PreparedConfiguration Prepared(string configuration)
    {
        var source = Fixtures.Load(configuration);
        return new PreparedConfiguration
        {
            Source = source,
            Rendered = ConfigurationRenderer.Render(source, new TimeScale(25), new RenderOptions()),
            Refused = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty,
        };
    }
}
