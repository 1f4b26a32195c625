using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Assertions.Simulation.Promtool;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>What one alert is shown, and how what its rule makes of it is judged.</summary>
internal sealed class AlertPlan
{
    // Each of these says that the rule looks at something else than promised; when it does so is then no further news.
    private static readonly ImmutableArray<string> AboutLevel =
        [BehaviourName.NotSilentWhenHealthy, BehaviourName.NotSilentJustBelow, BehaviourName.NeverFires, BehaviourName.FiresForOthers];

    private readonly ImmutableArray<BehaviourCase> _cases;

    private AlertPlan(SimulatedAlert alert, ImmutableArray<BehaviourCase> cases, ImmutableArray<RuleTest> tests) => (Alert, _cases, Tests) = (alert, cases, tests);

    /// <summary>The alert.</summary>
    public SimulatedAlert Alert { get; }

    /// <summary>Its cases, as promtool is shown them.</summary>
    public ImmutableArray<RuleTest> Tests { get; }

    /// <summary>Why the alert can be shown nothing; null when it can.</summary>
    public string? Obstacle { get; private init; }

    /// <summary>Plans an alert's cases.</summary>
    public static AlertPlan Of(SimulatedAlert alert)
    {
        try
        {
            var series = new SignalSeries(alert.Contract, alert.System);
            var cases = Cases(alert, series.Levels).ToImmutableArray();
            return new AlertPlan(alert, cases, [.. cases.Select(c => new RuleTest(c.Name, alert.Contract.ScrapeInterval, series.Of(c.Course), c.Questions, alert.Name, c.AlertsAt))]);
        }
        catch (NotDrivableException obstacle)
        {
            return new AlertPlan(alert, [], []) { Obstacle = obstacle.Message };
        }
    }

    /// <summary>What promtool's answers show, by case.</summary>
    public IEnumerable<(string Case, Finding Finding)> Judge(RuleTestAnswers answers)
    {
        if (Obstacle is not null)
        {
            return [("", CannotJudge(Obstacle))];
        }

        if (_cases.FirstOrDefault(c => !new CaseOutcome(answers, c.Name).IsAnswered) is { } silent)
        {
            return [(silent.Name, Unanswered(answers, silent))];
        }

        var all = _cases.SelectMany(c => c.Judge(new CaseOutcome(answers, c.Name)).Select(f => (c.Name, f))).ToList();
        return all.Where(found => IsNews(found.f, all.ConvertAll(a => a.f)));
    }

    private static IEnumerable<BehaviourCase> Cases(SimulatedAlert alert, SignalLevels levels)
    {
        yield return new QuietCase(alert, levels);
        yield return new FaultCase(alert, levels);
        if (InterruptedCase.IsPossible(alert))
        {
            yield return new InterruptedCase(alert, levels);
        }
    }

    // One edit has one cause: a rule that is not silent when healthy has no moment at which it should fire.
    private static bool IsNews(Finding finding, List<Finding> all)
    {
        var isHealthy = !all.Exists(f => f.Check == BehaviourName.NotSilentWhenHealthy);
        var isAtLevel = !all.Exists(f => AboutLevel.Contains(f.Check));
        return finding.Check switch
        {
            BehaviourName.NotSilentWhenHealthy or BehaviourName.WrongLabels or BehaviourName.UnreadableAnnotation => true,
            BehaviourName.NotSilentJustBelow or BehaviourName.NeverFires or BehaviourName.FiresForOthers or BehaviourName.NoValue => isHealthy,
            BehaviourName.FiresEarly => isAtLevel,
            BehaviourName.FiresLate => isAtLevel && finding == all.Find(f => f.Check == BehaviourName.FiresLate),
            BehaviourName.ForNotReset => isAtLevel && !all.Exists(f => f.Check is BehaviourName.FiresEarly or BehaviourName.FiresLate),
            _ => isAtLevel,
        };
    }

    private Finding CannotJudge(string why) => new()
    {
        Check = BehaviourName.NotJudged,
        Severity = Alert.IsDerived ? Severity.Info : Severity.Warning,
        Subject = Alert.Name,
        Position = Alert.Rule.Position,
        Message = $"the rule's behaviour could not be judged: {why}",
    };

    // promtool ends a test at the first evaluation of the file that fails, whichever rule it is.
    private Finding Unanswered(RuleTestAnswers answers, BehaviourCase one)
    {
        var own = answers.RuleErrorOf(Alert.Name);
        return own is null
            ? CannotJudge(answers.ErrorOf(one.Name) ?? answers.AnyRuleError ?? $"promtool gave no answer; it said: {answers.Head}")
            : CannotJudge("") with { Check = BehaviourName.NeverFires, Severity = Severity.Error, Position = Alert.Rule.ExprPosition, Message = $"expected the rule to be evaluated, found that it fails: {own}" };
    }
}
