using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>What became of an incident, in the eyes of those who should have been told.</summary>
public enum SpotOutcome
{
    /// <summary>Somebody was told what it is, in time.</summary>
    Told,

    /// <summary>Somebody was told what it is, too late.</summary>
    Late,

    /// <summary>Somebody was told something that is true of it, and not what it is.</summary>
    Symptom,

    /// <summary>Somebody was told something that is not so.</summary>
    Wrong,

    /// <summary>Nobody was told anything, although the pipeline worked.</summary>
    Nobody,

    /// <summary>The evidence proves none of these.</summary>
    Inconclusive,
}

/// <summary>What a message says of the incident.</summary>
public enum TellingTruth
{
    /// <summary>What it is.</summary>
    NamesIt,

    /// <summary>Something that is true of it.</summary>
    Symptom,

    /// <summary>Something that is not so.</summary>
    Wrong,
}

/// <summary>What one alert told one receiver of the incident.</summary>
/// <param name="Alert">Alert.</param>
/// <param name="Resolved">Whether it told of an end.</param>
/// <param name="Receiver">Receiver's name; the channel where the configuration names none.</param>
/// <param name="Channel">Where it arrived.</param>
/// <param name="At">First arrival, wall time.</param>
/// <param name="WallSeconds">From the incident's beginning (or end, where that is to be told) to the first arrival, wall time.</param>
/// <param name="DocumentedSeconds">The same in documented time.</param>
/// <param name="Messages">How many messages said so.</param>
/// <param name="Truth">What it says of the incident.</param>
/// <param name="Why">Why it is a symptom, or wrong; empty where it names the incident.</param>
public sealed record Telling(
    string Alert, bool Resolved, string Receiver, Channel Channel, DateTimeOffset At, double WallSeconds, double DocumentedSeconds, int Messages, TellingTruth Truth, string Why);

/// <summary>The judgement on one blind spot.</summary>
public sealed record SpotVerdict
{
    /// <summary>What became of it.</summary>
    public required SpotOutcome Outcome { get; init; }

    /// <summary>One sentence for people: why it is that outcome.</summary>
    public required string Detail { get; init; }

    /// <summary>Who was told what, the earliest first.</summary>
    public ImmutableArray<Telling> Tellings { get; init; } = [];

    /// <summary>What else the incident did to the telling: progress lost, messages repeated, ends never told.</summary>
    public ImmutableArray<string> Consequences { get; init; } = [];

    /// <summary>Alerts that fired while all was well; they tell nothing of the incident.</summary>
    public ImmutableArray<string> Noise { get; init; } = [];

    /// <summary>What proves that the pipeline would have told it.</summary>
    public required string Proof { get; init; }

    /// <summary>Until when being told is being told in time, documented seconds.</summary>
    public required double AllowedSeconds { get; init; }
}
