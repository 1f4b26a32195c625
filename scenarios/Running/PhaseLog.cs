using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Keeps the boundaries of a cell's phases as they are reached.</summary>
internal sealed class PhaseLog(TimeProvider time)
{
    /// <summary>Boundaries so far.</summary>
    public Phases Phases { get; private set; } = new();

    /// <summary>Notes a boundary at the present instant.</summary>
    public DateTimeOffset Mark(Func<Phases, DateTimeOffset, Phases> set) => Mark(set, time.GetUtcNow());

    /// <summary>Notes a boundary at a given instant.</summary>
    public DateTimeOffset Mark(Func<Phases, DateTimeOffset, Phases> set, DateTimeOffset at)
    {
        Phases = set(Phases, at);
        return at;
    }
}
