namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>The metrics that a pod exposes, in the order they were added.</summary>
internal sealed class MetricRegistry
{
    private readonly List<MetricFamily> families = [];

    /// <summary>Adds a counter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What it counts.</param>
    /// <param name="labelNames">The names of its labels.</param>
    public Counter AddCounter(string name, string help, params string[] labelNames) => Add(new Counter(name, help, labelNames));

    /// <summary>Adds a histogram.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What it measures.</param>
    /// <param name="bounds">The upper bounds of its buckets, ascending, without +Inf.</param>
    /// <param name="labelNames">The names of its labels.</param>
    public Histogram AddHistogram(string name, string help, IReadOnlyList<double> bounds, params string[] labelNames) =>
        Add(new Histogram(name, help, bounds, labelNames));

    /// <summary>Adds a metric whose value is asked for at each scrape.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What it measures.</param>
    /// <param name="type">"gauge" or "counter".</param>
    /// <param name="read">Its value; null leaves the series out, for nothing was measured.</param>
    public void AddReading(string name, string help, string type, Func<double?> read) => Add(new Reading(name, help, type, read));

    /// <summary>Everything, as Prometheus scrapes it.</summary>
    public string Expose()
    {
        var writer = new ExpositionWriter();
        foreach (var family in families)
            family.Write(writer);
        return writer.ToString();
    }

    /// <summary>Adds a metric of another kind.</summary>
    /// <param name="family">The metric.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentException">The name is taken: two families of one name do not parse.</exception>
    public TFamily Add<TFamily>(TFamily family)
        where TFamily : MetricFamily
    {
        if (families.Exists(other => other.Name == family.Name))
            throw new ArgumentException($"Cannot add metric '{family.Name}': there is one of that name already.", nameof(family));
        families.Add(family);
        return family;
    }
}
