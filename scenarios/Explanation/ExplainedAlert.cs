using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Trends;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>An alert with all that can be told of it.</summary>
internal sealed record ExplainedAlert
{
    /// <summary>The project's root folder.</summary>
    public required string Root { get; init; }

    /// <summary>The scenario, with its promise as the strategy makes it.</summary>
    public required AlertScenario Documented { get; init; }

    /// <summary>The scenario, with its promise as the configuration amends it.</summary>
    public required AlertScenario Scenario { get; init; }

    /// <summary>The strategy's own files.</summary>
    public required MonitoringConfiguration Strategy { get; init; }

    /// <summary>The configuration that is looked at.</summary>
    public required MonitoringConfiguration Configuration { get; init; }

    /// <summary>Its name, as typed.</summary>
    public required string ConfigurationName { get; init; }

    /// <summary>Time compression that budgets and phases are shown for.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>What past runs say.</summary>
    public required TrendResult Past { get; init; }

    /// <summary>What load past runs asked for in the alert's cell, e.g. <c>novacron-api 10/s</c>; none where there was no run.</summary>
    public ImmutableArray<string> PastLoad { get; init; } = [];

    /// <summary>The promise.</summary>
    public AlertContract Contract => Scenario.Contract;

    /// <summary>The amendments that the configuration makes to it.</summary>
    public IEnumerable<Amendment> Amendments => Configuration.Systems.Amends.Where(a => Documented.Amendments.Contains(a.Id));
}
