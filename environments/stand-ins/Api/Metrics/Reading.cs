namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>A metric without labels whose value is asked for at each scrape.</summary>
/// <param name="name">Its name.</param>
/// <param name="help">What it measures.</param>
/// <param name="type">"gauge" or "counter".</param>
/// <param name="read">Its value; null leaves the series out.</param>
internal sealed class Reading(string name, string help, string type, Func<double?> read) : MetricFamily(name, help, type)
{
    /// <inheritdoc/>
    protected override void WriteSeries(ExpositionWriter writer)
    {
        if (read() is { } value)
            writer.Sample(Name, [], value);
    }
}
