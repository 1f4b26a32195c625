namespace NovaCron.Validation.FaultInjectors;

/// <summary>What one reading of the faulted system says about an expected effect.</summary>
internal enum Standing
{
    /// <summary>Not there yet; worth another reading.</summary>
    NotYet,

    /// <summary>It is there.</summary>
    Holds,

    /// <summary>It cannot come (back); no reading will change that.</summary>
    Lost,
}

/// <summary>The outcome of comparing a reading with what a fault promises.</summary>
/// <param name="Standing">Whether the effect is there.</param>
/// <param name="Evidence">What was read, where, and its value.</param>
internal sealed record Judgement(Standing Standing, string Evidence)
{
    /// <summary>The effect is there.</summary>
    public static Judgement Holds(string evidence) => new(Standing.Holds, evidence);

    /// <summary>The effect is not there yet.</summary>
    public static Judgement NotYet(string evidence) => new(Standing.NotYet, evidence);

    /// <summary>The effect is gone for good.</summary>
    public static Judgement Lost(string evidence) => new(Standing.Lost, evidence);
}
