using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>The times that are derived from a promise, each as the sum that it is.</summary>
internal static class BudgetSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        var (contract, scale) = (alert.Contract, alert.Scale);
        sheet.Section("Times allowed", $"derived from the promise at {scale}, documented seconds; no slack but what is named");
        sheet.Row("fires, earliest", $"{Budget.EarliestFiring(contract, 0)} after the first bad evaluation");
        sheet.Row("fires, latest", $"{Budget.LatestFiring(contract, scale, null)} after the fault's effect, at the longest ramp; a run counts the ramp that it measures");
        sheet.Row("told", $"{Budget.Delivery(contract, scale)} after firing");
        sheet.Row("resolved", $"{Budget.Resolution(contract, scale)} after the fault is gone");
        sheet.Row("told of that", $"{Budget.ResolutionDelivery(contract, scale)} after the resolution");
        foreach (var constant in contract.RealTimeConstants)
        {
            sheet.Row("real time", $"{constant.Name}: {Numbers.Seconds(constant.Wall.TotalSeconds)} s that time compression does not shorten", constant.Source);
        }

        sheet.Row("real time", $"round trip: {Numbers.Seconds(Budget.RoundTrip.TotalSeconds)} s for a message's way to the receivers' stand-in over TLS");
    }
}
