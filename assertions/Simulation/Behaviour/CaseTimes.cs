namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>The times of an alert's cases, in documented time. All are instants at which the rule is evaluated.</summary>
internal sealed class CaseTimes(SimulatedAlert alert)
{
    // An edit of a rule may move what it does by some evaluations; there is time to see it.
    private const int Spare = 4;

    /// <summary>Time between two evaluations.</summary>
    public TimeSpan Evaluation => alert.EvaluationInterval;

    /// <summary>The signal's window, as evaluations.</summary>
    public TimeSpan Window => Up(alert.Contract.Signal.Window);

    /// <summary>How long the signal must be bad, as evaluations.</summary>
    public TimeSpan For => Up(alert.Contract.For);

    /// <summary>Until a window is full of healthy samples.</summary>
    public TimeSpan Start => Window + (2 * Evaluation);

    /// <summary>Long enough at a level for a rule to fire if it is ever to.</summary>
    public TimeSpan Stay => Window + For + (Spare * Evaluation);

    /// <summary>The next evaluation.</summary>
    public TimeSpan Up(TimeSpan time) => Evaluation * Math.Ceiling(time / Evaluation);
}
