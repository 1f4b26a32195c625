using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>What somebody ought to be told of an incident.</summary>
public enum Tidings
{
    /// <summary>That it has begun.</summary>
    Begin,

    /// <summary>That it is over.</summary>
    End,
}

/// <summary>What a good watch would tell of an incident, and which alerts would say it. What comes of it is never written down here: that is what is measured.</summary>
public sealed record SpotPromise
{
    // The strategy's own figures: its scrape and evaluation intervals, and the way to the receiver.
    private const double Scrape = 15;
    private const double Evaluation = 30;
    private const double Group = 10;

    /// <summary>Name of the blind spot, e.g. <c>pod-killed-once</c>.</summary>
    public required string Spot { get; init; }

    /// <summary>What is done, in one sentence.</summary>
    public required string Done { get; init; }

    /// <summary>What somebody ought to be told, in one sentence.</summary>
    public required string ShouldBeTold { get; init; }

    /// <summary>Whether that is the incident's beginning or its end.</summary>
    public Tidings Tidings { get; init; } = Tidings.Begin;

    /// <summary>The alert that would close the gap, as this suite's page on blind spots has it; empty where the strategy has one that should.</summary>
    public required string ClosedBy { get; init; }

    /// <summary>Alerts of the strategy whose text says it.</summary>
    public ImmutableArray<string> NamedBy { get; init; } = [];

    /// <summary>Alerts whose text is true of the incident without naming it, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> Symptoms { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How long the trouble may last before it must be told, documented time; the strategy's <c>for</c> where it is critical that something is down.</summary>
    /// <value>1 min.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the signal itself may take, documented time: the window of its rate.</summary>
    /// <value>None.</value>
    public TimeSpan Ramp { get; init; } = TimeSpan.Zero;

    /// <summary>Every alert that says it: the strategy's, and the one that would close the gap.</summary>
    public IEnumerable<string> Naming => ClosedBy.Length > 0 ? [.. NamedBy, ClosedBy] : NamedBy;

    /// <summary>The latest instant at which being told is being told in time, documented time after the incident's beginning or end.</summary>
    public Bound Latest(TimeScale scale)
    {
        var roundTrip = new BudgetTerm($"round trip (real time × {scale.Factor})", scale.ToDocumented(Budget.RoundTrip).TotalSeconds);
        return Tidings == Tidings.End
            ? new Bound([new("scrape", Scrape), new("evaluation", Evaluation), new("group_interval", Group), roundTrip])
            : new Bound(
            [
                new("scrape", Scrape), new("ramp", Ramp.TotalSeconds), new("evaluation", Evaluation),
                new("for", Patience.TotalSeconds), new("group_wait", Group), roundTrip,
            ]);
    }
}

/// <summary>A receiver of the configuration under test.</summary>
/// <param name="Names">Its name; several, joined by <c>or</c>, where they share the channel.</param>
/// <param name="SendsResolved">Whether it is told of ends at all.</param>
public sealed record ReceiverOfChannel(string Names, bool SendsResolved)
{
    /// <summary>Receivers by channel, as a configuration has them.</summary>
    public static ImmutableDictionary<Channel, ReceiverOfChannel> Of(Environments.Monitoring.Configuration.AlertmanagerFile file) => file.Receivers
        .SelectMany(r => r.Integrations.Select(i => (Channel: new Channel(i.Kind, i.Address), r.Name, i.SendsResolved)))
        .GroupBy(r => r.Channel)
        .ToImmutableDictionary(g => g.Key, g => new ReceiverOfChannel(string.Join(" or ", g.Select(r => r.Name).Distinct()), g.Any(r => r.SendsResolved)));
}
