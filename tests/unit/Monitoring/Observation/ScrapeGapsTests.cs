using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Observation;

/// <summary>A scrape every 600 ms, over six seconds.</summary>
public sealed class ScrapeGapsTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);
    private static readonly int[] All = [300, 900, 1500, 2100, 2700, 3300, 3900, 4500, 5100, 5700];

    [Fact]
    public void Every_scrape_there_is_no_gap() => Of(All).Should().Be(new ScrapeGaps(0, 0, null));

    [Fact]
    public void A_single_failed_scrape_counts() => Of(All, failed: 2100).Should().Be(new ScrapeGaps(1, 0, Start.AddMilliseconds(2100)));

    [Theory]
    [InlineData(2100, 1, 2100)]
    [InlineData(5700, 0, 0)] // the end of a range may lie up to one and a half intervals behind its last sample
    [InlineData(300, 0, 0)]
    public void A_single_scrape_that_did_not_happen_counts(int without, int absent, int firstMs) =>
        Of([.. All.Where(ms => ms != without)]).Should().Be(new ScrapeGaps(0, absent, absent == 0 ? null : Start.AddMilliseconds(firstMs)));

    [Fact]
    public void A_target_that_came_late_or_left_early_is_missed_at_the_ends() =>
        Of([.. All.Where(ms => ms is > 2000 and < 4000)]).Should().Be(new ScrapeGaps(0, 3 + 3, Start.AddMilliseconds(600)));

    [Fact]
    public void A_target_without_samples_was_missed_all_the_while() => Of([]).Absent.Should().Be(9);

    private static ScrapeGaps Of(int[] atMs, int failed = -1)
    {
        ImmutableArray<Sample> samples = [.. atMs.Select(ms => new Sample(Start.AddMilliseconds(ms), ms == failed ? 0 : 1))];
        return ScrapeGaps.Of(new Series(ImmutableSortedDictionary<string, string>.Empty, samples), Start, Start.AddSeconds(6), TimeSpan.FromMilliseconds(600));
    }
}
