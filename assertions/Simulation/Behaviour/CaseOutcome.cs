using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation.Promtool;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>What the rule engine made of a case. All times are documented time from the start of the case.</summary>
/// <param name="answers">promtool's answers.</param>
/// <param name="test">Name of the case.</param>
internal sealed class CaseOutcome(RuleTestAnswers answers, string test)
{
    /// <summary>Whether the case was evaluated to its end.</summary>
    public bool IsAnswered => answers.Has(test, CaseQuestions.FirstFiring);

    /// <summary>The first evaluation at which an alert fired; null for none.</summary>
    public TimeSpan? FirstFiring => Time(CaseQuestions.FirstFiring);

    /// <summary>The last one.</summary>
    public TimeSpan? LastFiring => Time(CaseQuestions.LastFiring);

    /// <summary>At how many evaluations an alert fired.</summary>
    public int Firing => Count(CaseQuestions.Firing);

    /// <summary>At how many evaluations an alert was pending.</summary>
    public int Pending => Count(CaseQuestions.Pending);

    /// <summary>The first evaluation at which the promised signal was bad; null for none.</summary>
    public TimeSpan? FirstBad => Time(CaseQuestions.FirstBad);

    /// <summary>The last one.</summary>
    public TimeSpan? LastBad => Time(CaseQuestions.LastBad);

    /// <summary>At how many evaluations the promised signal was bad.</summary>
    public int Bad => Count(CaseQuestions.Bad);

    /// <summary>The last evaluation at which no series of the promised signal was bad; null for none.</summary>
    public TimeSpan? LastGood => Time(CaseQuestions.LastGood);

    /// <summary>At how many evaluations the promised signal had a value.</summary>
    public int Seen => Count(CaseQuestions.Seen);

    /// <summary>The worst value of the promised signal; null where it never had one.</summary>
    public double? Worst => answers.NumberOf(test, CaseQuestions.Worst);

    /// <summary>The alerts that fired at an instant.</summary>
    public ImmutableArray<FiringAlert> AlertsAt(TimeSpan at) => answers.AlertsOf(test, at);

    private TimeSpan? Time(string key) => answers.NumberOf(test, key) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private int Count(string key) => (int)(answers.NumberOf(test, key) ?? 0);
}
