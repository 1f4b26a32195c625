namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>All series of one metric name.</summary>
/// <param name="name">The metric's name.</param>
/// <param name="help">What it measures, in one line.</param>
/// <param name="type">"counter", "gauge" or "histogram".</param>
internal abstract class MetricFamily(string name, string help, string type)
{
    /// <summary>The metric's name.</summary>
    public string Name => name;

    /// <summary>Writes HELP, TYPE and all series; nothing at all when there is no series.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(ExpositionWriter writer)
    {
        writer.BeginFamily(name, help, type);
        WriteSeries(writer);
    }

    /// <summary>Writes every series that has a value.</summary>
    /// <param name="writer">Where to.</param>
    protected abstract void WriteSeries(ExpositionWriter writer);
}
