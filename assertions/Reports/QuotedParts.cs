using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Names the parts of a configuration that a stage is about, so that a report can quote them.</summary>
public static class QuotedParts
{
    /// <summary>The tree of routes.</summary>
    public const string Route = "route";

    /// <summary>The inhibition rules.</summary>
    public const string InhibitRules = "inhibit_rules";

    /// <summary>The parts that a failing stage of an alert is about: the alert, receivers, <see cref="Route"/> or <see cref="InhibitRules"/>; none for a stage that did not fail.</summary>
    /// <param name="alert">Alert name.</param>
    /// <param name="stage">Its judgement.</param>
    public static ImmutableArray<string> Of(string alert, StageResult stage)
    {
        if (stage.Outcome != Outcome.Fail)
        {
            return [];
        }

        var subjects = stage.Shortcomings.Select(s => s.Subject);
        return stage.Stage switch
        {
            StageName.Routes => [Route, .. subjects.Distinct().Except([Route, alert])],
            StageName.Renders or StageName.ResolutionDelivered => [.. subjects.Distinct()],
            StageName.Inhibits => [InhibitRules, alert],
            _ => [alert],
        };
    }
}
