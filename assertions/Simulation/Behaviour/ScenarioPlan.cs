using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>Signals of a scenario's own, asked for and judged as a run does it.</summary>
internal static class ScenarioPlan
{
    /// <summary>The test file.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="ruleFile">Name of the rule file beside it.</param>
    public static string Write(SimulatedAlert alert, string ruleFile) => SimulationFile.Write(alert.Contract with { EvaluationInterval = alert.EvaluationInterval }, ruleFile, alert.Cases, Own(alert));

    /// <summary>What promtool's answers show, by case.</summary>
    public static IEnumerable<(string Case, Finding Finding)> Judge(SimulatedAlert alert, string output)
    {
        var contract = alert.Contract with { EvaluationInterval = alert.EvaluationInterval };
        ImmutableArray<SimulationOutcome> outcomes;
        try
        {
            outcomes = SimulationOutput.Read(contract, alert.Cases, output);
        }
        catch (ObservationException failure)
        {
            return [("", Wrong(alert, BehaviourName.NotJudged, failure.Message) with { Severity = Severity.Warning })];
        }

        return outcomes.SelectMany(o => SimulatedTime.Shortcomings(contract, o).Select(s => ($"{alert.Name}, {o.Case.Name}", Wrong(alert, NameOf(s.Stage, o), s.Text))));
    }

    // What the rule compares with a number; another form is not asked for.
    private static string? Own(SimulatedAlert alert)
    {
        try
        {
            return PromQlParser.Parse(alert.Rule.Expr).WithoutParentheses() is BinaryExpression binary && binary.Operator.IsComparison() && binary.Right.ConstantValue() is not null
                ? binary.Left.ToString() : null;
        }
        catch (PromQlException)
        {
            return null;
        }
    }

    private static string NameOf(StageName stage, SimulationOutcome outcome) => stage switch
    {
        StageName.Silent => BehaviourName.NotSilentWhenHealthy,
        StageName.Resolves => BehaviourName.NotResolved,
        _ when !outcome.Evaluations.Any(e => e.At >= outcome.Case.Effect && e.At <= (outcome.Case.Gone ?? TimeSpan.MaxValue) && e.IsFiring) => BehaviourName.NeverFires,
        _ => BehaviourName.FiresLate,
    };

    private static Finding Wrong(SimulatedAlert alert, string check, string message) => new()
    {
        Check = check,
        Severity = Severity.Error,
        Subject = alert.Name,
        Position = alert.Rule.ExprPosition,
        Message = message,
    };
}
