using System.Globalization;
using System.Text;

namespace NovaCron.Validation.StandIns.Kubernetes.Metrics;

/// <summary>Writes Prometheus' text format.</summary>
internal sealed class MetricText
{
    /// <summary>Media type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();

    /// <summary>Begins a family; its samples must follow at once.</summary>
    public MetricText Family(string name, string type, string help)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        return this;
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="name">Metric name.</param>
    /// <param name="labels">Labels in the order to be written.</param>
    /// <param name="value">The value.</param>
    /// <param name="at">Explicit timestamp; null leaves it to the scrape.</param>
    public MetricText Sample(string name, IEnumerable<(string Name, string Value)> labels, double value, DateTimeOffset? at = null)
    {
        text.Append(name);
        var first = true;
        foreach (var (label, content) in labels)
        {
            text.Append(first ? '{' : ',').Append(label).Append("=\"").Append(Escape(content)).Append('"');
            first = false;
        }
        if (!first)
            text.Append('}');
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture));
        if (at is { } moment)
            text.Append(' ').Append(moment.ToUnixTimeMilliseconds());
        text.Append('\n');
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
