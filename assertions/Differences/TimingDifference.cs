using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>When an alert fires and resolves, once its condition holds.</summary>
internal static class TimingDifference
{
    /// <summary>Compares <c>for</c>, <c>keep_firing_for</c> and the evaluation interval.</summary>
    public static IEnumerable<Difference> Of(AlertPair pair, CheckSubject before, CheckSubject now)
    {
        var (old, rule) = (pair.Before.Rule, pair.Now.Rule);
        if (old.For != rule.For)
        {
            yield return new Difference(
                rule.For > old.For ? "fires-later" : "fires-earlier", pair.Alert,
                $"fired after {Numbers.Duration(old.For)}, fires {Numbers.Duration((rule.For - old.For).Duration())} {(rule.For > old.For ? "later" : "earlier")}, after {Numbers.Duration(rule.For)}", rule.ForText?.Position ?? rule.Position);
        }

        if (old.KeepFiringFor != rule.KeepFiringFor)
        {
            yield return new Difference(
                rule.KeepFiringFor > old.KeepFiringFor ? "resolves-later" : "resolves-earlier", pair.Alert,
                $"went on firing for {Numbers.Duration(old.KeepFiringFor)} after its condition, goes on for {Numbers.Duration(rule.KeepFiringFor)}", rule.KeepFiringForText?.Position ?? rule.Position);
        }

        var (oldInterval, interval) = (Interval(pair.Before, before), Interval(pair.Now, now));
        if (oldInterval != interval)
        {
            yield return new Difference("other-interval", pair.Alert, $"was evaluated every {Numbers.Duration(oldInterval)}, is evaluated every {Numbers.Duration(interval)}", pair.Now.Group.IntervalText?.Position ?? pair.Now.Group.Position);
        }
    }

    private static TimeSpan Interval(CheckedRule rule, CheckSubject subject) =>
        rule.Group.Interval ?? subject.Folder.Prometheus?.EvaluationInterval ?? PrometheusFile.DefaultEvaluationInterval;
}
