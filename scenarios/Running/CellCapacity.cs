using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>How many cells a machine carries side by side without missing a scrape.</summary>
internal static class CellCapacity
{
    // Measured on two cores with 24 GiB at N = 25: under load and with its fault a cell takes from 5 % (a cache) to 25 % of a core (an API
    // with 160 requests a second), and its start takes a core for two seconds. More of them at once lose scrapes.
    private const double CellsPerCoreAtReference = 5.5;
    private const int ReferenceScale = 25;
    private const long BytesPerCell = 160L * 1024 * 1024;

    /// <summary>Cells at the same time; no less than one.</summary>
    /// <param name="cores">Processor cores.</param>
    /// <param name="availableBytes">Memory that may be used, bytes.</param>
    /// <param name="scale">Time compression: the shorter the scrape interval, the fewer cells.</param>
    public static int Of(int cores, long availableBytes, TimeScale scale)
    {
        var byCores = cores * CellsPerCoreAtReference * ReferenceScale / Math.Max(scale.Factor, ReferenceScale);
        return (int)Math.Max(1, Math.Min(byCores, availableBytes / 2 / BytesPerCell));
    }
}
