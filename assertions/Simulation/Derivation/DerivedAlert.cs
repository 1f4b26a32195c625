using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Simulation.Derivation;

/// <summary>Takes a rule of which nothing is promised at its own word: what it compares, with what, and for how long.</summary>
public static class DerivedAlert
{
    /// <summary>The alert.</summary>
    /// <param name="file">The rule file.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="evaluationInterval">How often it is evaluated.</param>
    /// <param name="scrapeInterval">How often what it asks for is scraped.</param>
    /// <exception cref="NotDrivableException">No signals can be derived from its expression; the message says why.</exception>
    public static SimulatedAlert Of(RuleFile file, AlertingRule rule, TimeSpan evaluationInterval, TimeSpan scrapeInterval)
    {
        var condition = Condition.Of(Parse(rule.Expr));
        var driver = condition.Divisor is { } divisor ? new RatioDriver(DriverDerivation.Of(condition.Compared), DriverDerivation.Of(divisor)) : DriverDerivation.Of(condition.Compared);
        var compared = condition.Compared.TextIn(rule.Expr);
        var query = condition.Divisor is { } by ? $"({compared}) / ({by.TextIn(rule.Expr)})" : compared;
        return new SimulatedAlert
        {
            Contract = new AlertContract
            {
                Alert = rule.Name,
                Component = "",
                Severity = "",
                RuleFile = Path.GetFileName(file.Path),
                Signal = new DerivedSignal(query, driver, DriverDerivation.WindowOf(condition.Compared)),
                Comparator = condition.Comparator,
                Threshold = condition.Threshold,
                For = rule.For,
                EvaluationInterval = evaluationInterval,
                ScrapeInterval = scrapeInterval,
                Annotations = [],
                DescriptionTells = [],
                Receivers = [],
            },
            System = DerivedSystem.Of(driver.Selectors),
            File = file,
            Rule = rule,
            EvaluationInterval = evaluationInterval,
            IsDerived = true,
        };
    }

    /// <summary>Says of a rule that no signals can be derived from it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="why">Why not.</param>
    public static Finding NotDerivable(AlertingRule rule, string why) => new()
    {
        Check = BehaviourName.NotDerivable,
        Severity = Severity.Info,
        Subject = rule.Name,
        Position = rule.ExprPosition,
        Message = $"the rule's behaviour is not simulated: {why}",
    };

    private static PromQlExpression Parse(string expression)
    {
        try
        {
            return PromQlParser.Parse(expression);
        }
        catch (PromQlException refusal)
        {
            throw new NotDrivableException($"it cannot be read: {refusal.Message}");
        }
    }
}
