using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Promtool;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>A course of an alert's signal, and what the rule must make of it.</summary>
/// <param name="alert">The alert.</param>
internal abstract class BehaviourCase(SimulatedAlert alert)
{
    /// <summary>Its kind, e.g. <c>just above</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The values that the signal is to take.</summary>
    public abstract Course Course { get; }

    /// <summary>When it is asked which alerts fire, with which labels and annotations.</summary>
    public virtual ImmutableArray<TimeSpan> AlertsAt => [];

    /// <summary>Its name among the cases of a configuration.</summary>
    public string Name => $"{alert.Name}, {Kind}";

    /// <summary>The alert.</summary>
    protected SimulatedAlert Alert => alert;

    /// <summary>The promise.</summary>
    protected AlertContract Contract => alert.Contract;

    /// <summary>Its times.</summary>
    protected CaseTimes Times { get; } = new(alert);

    /// <summary>What is asked when the course is over, over all its evaluations once the windows are full.</summary>
    public ImmutableArray<Question> Questions => [.. CaseQuestions.Of(alert, Times.Start - Times.Evaluation, Course.End).Where(q => Asks.Contains(q.Key))];

    /// <summary>Keys of what is asked.</summary>
    public abstract ImmutableArray<string> Asks { get; }

    /// <summary>What is wrong with what the rule made of it.</summary>
    public abstract IEnumerable<Finding> Judge(CaseOutcome outcome);

    /// <summary>Something that is wrong with the alert.</summary>
    protected Finding Wrong(string check, string message, SourcePosition? position = null) => new()
    {
        Check = check,
        Severity = Severity.Error,
        Subject = alert.Name,
        Position = position ?? alert.Rule.Position,
        Message = message,
    };

    /// <summary>The rule could not be judged.</summary>
    protected Finding NotJudged(string why) => Wrong(BehaviourName.NotJudged, $"the case \"{Kind}\" shows nothing: {why}") with { Severity = alert.IsDerived ? Severity.Info : Severity.Warning };

    /// <summary>The signal at a value, with its unit, e.g. <c>the signal at 0.0105 of all requests (bad is > 0.01)</c>.</summary>
    protected string SignalAt(double value) => $"the promised signal at {Numbers.Text(value)}{Unit} (bad is {Bad})";

    /// <summary>The condition that is promised, e.g. <c>> 0.01</c>.</summary>
    protected string Bad => $"{Stages.Comparison.Of(Contract.Comparator)} {Numbers.Text(Contract.Threshold)}";

    /// <summary>A time of the case in seconds since an instant.</summary>
    protected static string Seconds(TimeSpan at, TimeSpan since) => $"{Numbers.Seconds((at - since).TotalSeconds)} s";

    /// <summary>A value of the signal.</summary>
    protected static string Text(double? value) => value is { } number ? Numbers.Text(number) : "no value";

    private string Unit => Contract.Signal.Unit.Length == 0 ? "" : $" {Contract.Signal.Unit}";
}
