using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>What Prometheus had of every alert's signal, in the shape of <c>signals.json</c>: the reports draw their pictures from it.</summary>
public sealed record SignalsResult
{
    /// <summary>Schema of the file; changes whenever a field is taken away or changes its meaning.</summary>
    public const string CurrentSchema = "novacron-validation/signals/1";

    /// <summary>Schema that the file was written in.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>One for each alert whose cell brought evidence.</summary>
    public ImmutableArray<AlertSignals> Alerts { get; init; } = [];
}

/// <summary>The samples around one alert. All instants are wall time, at Prometheus' own evaluation timestamps.</summary>
public sealed record AlertSignals
{
    /// <summary>Alert name.</summary>
    public required string Alert { get; init; }

    /// <summary>The strategy's threshold, in the signal's unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>On which side of the threshold the signal is bad.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>Unit of the signal, e.g. <c>ratio</c>, <c>seconds</c>, <c>per second</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The contract's own query for what is measured, at the documented cadence.</summary>
    public required string Query { get; init; }

    /// <summary>When the cell was ready and the observation began; null where it never was.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When the observation ended.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>When the load just below the threshold had settled, and when it ended; null where there was none.</summary>
    public Span? JustBelow { get; init; }

    /// <summary>The rule's own expression without its comparison; none where the rule has none that can be told apart.</summary>
    public ImmutableArray<Series> Rule { get; init; } = [];

    /// <summary>What the contract says is measured.</summary>
    public ImmutableArray<Series> Contract { get; init; } = [];

    /// <summary>When at least one series of the alert was pending, then when at least one was firing.</summary>
    public ImmutableArray<AlertState> States { get; init; } = [];

    /// <summary>Reads them out of a cell's evidence.</summary>
    public static AlertSignals Of(CellEvidence evidence)
    {
        var contract = evidence.Contract;
        var phases = evidence.Phases;
        var alert = CellTimeline.Of(evidence).Alert;
        return new AlertSignals
        {
            Alert = contract.Alert,
            Threshold = contract.Threshold,
            Comparator = contract.Comparator,
            Unit = contract.Signal.Unit,
            Query = PromQlPrinter.Print(PromQlParser.Parse(contract.Signal.ToQuery(new TimeScale(1)))),
            Start = phases.QuietStart,
            End = phases.End,
            JustBelow = phases.JustBelowStart is { } from ? new Span(from, phases.JustBelowEnd) : null,
            Rule = evidence.RuleSignal,
            Contract = evidence.ContractSignal,
            States = [.. Stretches("pending", alert.Pending), .. Stretches("firing", alert.Firing)],
        };
    }

    private static IEnumerable<AlertState> Stretches(string state, IEnumerable<AlertInterval> intervals) => intervals.Select(i => new AlertState(state, i.Start, i.Ended));
}

/// <summary>A stretch of wall time.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End; null where the observation ended first.</param>
public sealed record Span(DateTimeOffset From, DateTimeOffset? To);

/// <summary>A stretch of evaluations at which the alert was in one state.</summary>
/// <param name="State">pending or firing.</param>
/// <param name="From">First evaluation in the state.</param>
/// <param name="To">First evaluation no longer in it; null where the observation ended first.</param>
public sealed record AlertState(string State, DateTimeOffset From, DateTimeOffset? To);
