using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>An incident in Redis during which Prometheus or Alertmanager is killed.</summary>
internal abstract class PipelineSpot : BlindSpot
{
    /// <summary>Says that the cache is down.</summary>
    protected const string CacheDown = "CacheDown";

    private const int PrometheusPort = 9090;
    private const int AlertmanagerPort = 9093;
    private const int RedisPort = 6379;

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => blueprint with { Sandboxed = ["alertmanager"] };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <summary>Redis killed.</summary>
    protected static IFault RedisKill(Incident incident) => new ContainerKill(Server(incident.Context, "redis", RedisPort), incident.Context.Time);

    /// <summary>Kills Prometheus, which is started again at once, as by its supervisor.</summary>
    protected static Task RestartPrometheusAsync(Incident incident, CancellationToken cancellationToken) => incident.WithoutAsync(
        "prometheus", new ContainerKill(Server(incident.Context, "prometheus", PrometheusPort), incident.Context.Time), _ => Task.CompletedTask, cancellationToken);

    /// <summary>Kills Alertmanager, and starts it again when something else has happened.</summary>
    protected static Task WithoutAlertmanagerAsync(Incident incident, Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken) => incident.WithoutAsync(
        "alertmanager", new ContainerKill(Server(incident.Context, "alertmanager", AlertmanagerPort), incident.Context.Time), meanwhile, cancellationToken);
}

/// <summary>An incident during which Prometheus is killed. A start takes it seconds of real time, so that time must not be compressed much.</summary>
internal abstract class PrometheusSpot : PipelineSpot
{
    /// <inheritdoc/>
    public override int LargestScale => 5;

    /// <inheritdoc/>
    public override TimeSpan Quiet => TimeSpan.FromMinutes(2);

    // Its own scrapes stop with it.
    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["prometheus"];

    // A restart that loses everything would prove something else.
    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => base.Shape(blueprint) with { PrometheusHasVolume = true };
}
