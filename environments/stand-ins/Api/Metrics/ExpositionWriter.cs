using System.Globalization;
using System.Text;

namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>Writes Prometheus' text exposition format 0.0.4.</summary>
internal sealed class ExpositionWriter
{
    /// <summary>The format's content type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();
    private (string Name, string Help, string Type)? pending;

    /// <summary>Begins a metric; its HELP and TYPE appear with its first sample.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="help">What it measures.</param>
    /// <param name="type">Its type.</param>
    public void BeginFamily(string name, string help, string type) => pending = (name, help, type);

    /// <summary>Writes a sample.</summary>
    /// <param name="name">The series' name.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="value">Its value.</param>
    public void Sample(string name, IReadOnlyList<Label> labels, double value)
    {
        WriteHeader();
        text.Append(name);
        if (labels.Count > 0)
        {
            text.Append('{');
            for (var i = 0; i < labels.Count; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(labels[i].Name).Append("=\"");
                Escape(labels[i].Value, quotes: true);
                text.Append('"');
            }

            text.Append('}');
        }

        text.Append(' ').Append(Format(value)).Append('\n');
    }

    /// <summary>Formats a number as Prometheus reads it.</summary>
    /// <param name="value">The number.</param>
    public static string Format(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>All that was written.</summary>
    public override string ToString() => text.ToString();

    private void WriteHeader()
    {
        if (pending is not var (name, help, type))
            return;
        text.Append("# HELP ").Append(name).Append(' ');
        Escape(help, quotes: false);
        text.Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        pending = null;
    }

    private void Escape(string value, bool quotes)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '"' when quotes => text.Append("\\\""),
                _ => text.Append(character),
            };
        }
    }
}
