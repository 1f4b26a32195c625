using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Re2;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>Selects series as a selector of PromQL does.</summary>
internal sealed class SeriesSelector
{
    private readonly ImmutableArray<(Matcher Matcher, Re2Pattern? Pattern)> _matchers;

    /// <summary>A selector.</summary>
    /// <param name="metric">Metric.</param>
    /// <param name="matchers">Which of its series.</param>
    /// <exception cref="NotDrivableException">An expression cannot be read.</exception>
    public SeriesSelector(string metric, ImmutableArray<Matcher> matchers)
    {
        Metric = metric;
        Matchers = matchers;
        try
        {
            _matchers = [.. matchers.Select(m => (m, m.Operator.EndsWith('~') ? new Re2Pattern(m.Value, dotMatchesLineBreak: true) : null))];
        }
        catch (Re2Exception unreadable)
        {
            throw new NotDrivableException($"an expression of {Matcher.Select(metric, matchers)} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>The metric.</summary>
    public string Metric { get; }

    /// <summary>Which of its series.</summary>
    public ImmutableArray<Matcher> Matchers { get; }

    /// <summary>Whether it selects a series of its metric.</summary>
    public bool Selects(SeriesLabels labels) => _matchers.All(m => m.Matcher.Operator switch
    {
        "=" => labels[m.Matcher.Label] == m.Matcher.Value,
        "!=" => labels[m.Matcher.Label] != m.Matcher.Value,
        "=~" => m.Pattern!.IsMatch(labels[m.Matcher.Label]),
        _ => !m.Pattern!.IsMatch(labels[m.Matcher.Label]),
    });

    /// <inheritdoc/>
    public override string ToString() => Matcher.Select(Metric, Matchers);
}
