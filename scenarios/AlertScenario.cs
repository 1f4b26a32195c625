using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Simulated;

namespace NovaCron.Validation.Scenarios;

/// <summary>One alert's contract, the cell it needs, its load, its fault and its load just below the threshold.</summary>
public abstract class AlertScenario
{
    /// <summary>The promise under test.</summary>
    public abstract AlertContract Contract { get; }

    /// <summary>Ledger entries whose mend changes the promise itself; a configuration names those that it makes in <c>systems.yaml</c>.</summary>
    public virtual ImmutableArray<string> Amendments => [];

    /// <summary>Name of the fault, e.g. <c>dwcp-packet-loss</c>.</summary>
    public abstract string FaultName { get; }

    /// <summary>The fault in one sentence, for the catalogue.</summary>
    public abstract string FaultDescription { get; }

    /// <summary>The systems that the scenario needs.</summary>
    public abstract CellSystems Systems { get; }

    /// <summary>How the scenario comes close to the threshold.</summary>
    public abstract JustBelow JustBelow { get; }

    /// <summary>The same at a time scale, where that decides how close the scenario can come.</summary>
    /// <param name="scale">Time compression.</param>
    public virtual JustBelow JustBelowAt(TimeScale scale) => JustBelow;

    /// <summary>Other alerts that the load or the fault brings about of necessity, with the reason.</summary>
    public virtual ImmutableSortedDictionary<string, string> DeclaredAlerts => ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Scrape jobs whose targets the faults take down; their missing scrapes are the effect and no disturbance.</summary>
    public virtual ImmutableArray<string> FaultedJobs => [];

    /// <summary>What brings about the alert that inhibits this one; null where the strategy promises no inhibition.</summary>
    public virtual Inhibitor? Inhibitor => null;

    /// <summary>Name of the scenario's cell, e.g. <c>service-down</c>.</summary>
    public abstract string CellName { get; }

    /// <summary>Whether the health endpoints are asked and the API's log is read in its cell, when all else is done: the cell must have API, database and cache.</summary>
    public virtual bool AsksHealth => false;

    /// <summary>Shapes the cell beyond its systems.</summary>
    public virtual CellBlueprint Shape(CellBlueprint blueprint) => blueprint;

    /// <summary>Signals that the rule is shown in virtual time at the documented cadence; for a scenario whose own signal is not invariant under time compression.</summary>
    public virtual ImmutableArray<SimulatedCase> Simulations => [];

    /// <summary>What the scraped system shows, which the rule is shown in virtual time with the contract's signal on either side of its threshold.</summary>
    /// <param name="prometheus">What is scraped; null where the configuration does not say.</param>
    public virtual SimulatedSystem Simulated(PrometheusFile? prometheus) => Contract.Component switch
    {
        "database" => PostgresSystem.Of(prometheus),
        "cache" => RedisSystem.Itself,
        _ => ApiSystem.Itself,
    };

    /// <summary>What the faults take until they are effective, wall time, where that makes the cell longer than its promise does; the longest cells start first.</summary>
    public virtual TimeSpan TimeToEffect => TimeSpan.Zero;

    /// <summary>The scenario with its promise as a configuration amends it.</summary>
    /// <param name="amendments">Amendments that the configuration makes.</param>
    public virtual AlertScenario Under(IReadOnlyCollection<string> amendments) => this;

    /// <summary>The steady synthetic load of the whole run.</summary>
    public abstract IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context);

    /// <summary>The disturbance just below the threshold; null where the scenario has none.</summary>
    public abstract Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken);

    /// <summary>The fault.</summary>
    public abstract Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken);

    /// <summary>The fault once more, for the alert to fire while its inhibitor does; on another system where the first one still bears its traces.</summary>
    public virtual Task<IFault> CreateInhibitedFaultAsync(ScenarioCell context, CancellationToken cancellationToken) => CreateFaultAsync(context, cancellationToken);
}

/// <summary>A fault that makes another alert fire, which then inhibits the scenario's own.</summary>
/// <param name="Contract">Promise of the alert that inhibits.</param>
/// <param name="FaultedJobs">Scrape jobs whose targets the fault takes down; from its injection on, their missing scrapes are the effect and no disturbance.</param>
/// <param name="CreateFaultAsync">Creates the fault.</param>
public sealed record Inhibitor(AlertContract Contract, ImmutableArray<string> FaultedJobs, Func<ScenarioCell, CancellationToken, Task<IFault>> CreateFaultAsync);

/// <summary>What a scenario works on.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="MaximumFaultDuration">Longest life of a fault, wall time.</param>
/// <param name="Time">The clock.</param>
public sealed record ScenarioCell(Cell Cell, TimeSpan MaximumFaultDuration, TimeProvider Time);
