namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>When each successor of a killed container started, was killed and ended. May be read while it is written.</summary>
internal sealed class CrashLoopRecord
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Life> _lives = [];

    /// <summary>Everything that the fault killed or is about to kill.</summary>
    public IReadOnlySet<string> Condemned
    {
        get
        {
            lock (_lock)
            {
                return _lives.Keys.ToHashSet();
            }
        }
    }

    /// <summary>Notes that a container is being killed.</summary>
    /// <param name="id">Identifier.</param>
    /// <param name="startedAt">Its start, by the engine's clock; null for the container that was there before the fault.</param>
    public void Condemn(string id, DateTimeOffset? startedAt)
    {
        lock (_lock)
        {
            _lives[id] = new Life(startedAt, null, null);
        }
    }

    /// <summary>Notes that the engine acknowledged the kill.</summary>
    public void Killed(string id, DateTimeOffset at) => Change(id, life => life with { KilledAt = at });

    /// <summary>Notes a container's end, by the engine's clock.</summary>
    public void Died(string id, DateTimeOffset at) => Change(id, life => life with { DiedAt = at });

    /// <summary>How many successors there were and how long the longest lived.</summary>
    public string Describe()
    {
        lock (_lock)
        {
            Life[] successors = [.. _lives.Values.Where(life => life.StartedAt is not null)];
            var longest = successors.Select(life => (life.DiedAt ?? life.KilledAt) - life.StartedAt).Max();
            return longest is { } lifetime
                ? FormattableString.Invariant($"{successors.Length} successors killed, start to end at most {lifetime.TotalSeconds:0.###} s")
                : $"{successors.Length} successors killed";
        }
    }

    private void Change(string id, Func<Life, Life> change)
    {
        lock (_lock)
        {
            if (_lives.TryGetValue(id, out var life))
            {
                _lives[id] = change(life);
            }
        }
    }

    private sealed record Life(DateTimeOffset? StartedAt, DateTimeOffset? KilledAt, DateTimeOffset? DiedAt);
}
