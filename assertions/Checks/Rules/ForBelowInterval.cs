using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>A <c>for</c> that the evaluation interval makes longer than it says.</summary>
public sealed class ForBelowInterval : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/for-below-interval";

    /// <inheritdoc/>
    public string About => "a for that is shorter than the evaluation interval or no multiple of it, so that it takes longer than it says";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from rule in subject.Rules
        let wait = rule.Rule.For
        let interval = rule.Group.Interval ?? subject.Folder.Prometheus?.EvaluationInterval
        where wait > TimeSpan.Zero && interval > TimeSpan.Zero && wait.Ticks % interval.Value.Ticks != 0
        let really = TimeSpan.FromTicks((wait.Ticks + interval.Value.Ticks - 1) / interval.Value.Ticks * interval.Value.Ticks)
        select new Finding
        {
            Check = Name,
            Severity = wait < interval ? Severity.Warning : Severity.Info,
            Subject = rule.Alert,
            Position = rule.Rule.ForText?.Position ?? rule.Rule.Position,
            Length = rule.Rule.ForText?.Value.Length ?? 0,
            Message = $"the group is evaluated every {Numbers.Duration(interval.Value)}, so that for: {Numbers.Duration(wait)} takes {Numbers.Duration(really)}",
            Fix = $"say {Numbers.Duration(really)}, or evaluate the group more often",
        };
}
