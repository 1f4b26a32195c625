using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>All that can be told of an alert, on one page.</summary>
internal static class AlertPage
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ExplainedAlert alert)
    {
        var sheet = new Sheet(console);
        sheet.Title($"{alert.Contract.Alert}: {alert.Contract.Severity}, {alert.Contract.Component}");
        PromiseSection.Write(sheet, alert);
        BudgetSection.Write(sheet, alert);
        ScenarioSection.Write(sheet, alert);
        RuleSection.Write(sheet, alert);
        RouteSection.Write(sheet, alert);
        DefectSection.Write(sheet, alert);
        FileSection.Write(sheet, alert);
        PastSection.Write(sheet, alert);
    }
}
