using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>A target as <c>/api/v1/targets</c> of Prometheus shows it.</summary>
/// <param name="Labels">Labels that its series carry, <c>job</c> and <c>instance</c> among them.</param>
/// <param name="ScrapePool">The job's name in prometheus.yml.</param>
/// <param name="ScrapeUrl">What is scraped.</param>
/// <param name="Health">up, down, or unknown before the first scrape.</param>
/// <param name="LastError">Error of the last scrape; empty for none.</param>
/// <param name="LastScrape">Start of the last scrape; year 1 before the first.</param>
/// <param name="LastScrapeDuration">Duration of the last scrape, wall time.</param>
public sealed record ScrapeTarget(
    ImmutableSortedDictionary<string, string> Labels,
    string ScrapePool,
    string ScrapeUrl,
    string Health,
    string LastError,
    DateTimeOffset LastScrape,
    TimeSpan LastScrapeDuration)
{
    /// <summary>The <c>job</c> label.</summary>
    public string Job => Label("job");

    /// <summary>The <c>instance</c> label.</summary>
    public string Instance => Label("instance");

    /// <summary>The <c>pod</c> label; empty where there is none.</summary>
    public string Pod => Label("pod");

    /// <summary>Whether the last scrape succeeded.</summary>
    public bool IsUp => Health == "up";

    /// <summary>A label's value; empty where there is none.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, "");
}
