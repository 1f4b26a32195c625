namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>Everything that was received, in order. It never forgets: when it is full it takes no more.</summary>
/// <param name="capacity">Most requests kept.</param>
/// <param name="capacityCharacters">Most characters of bodies and headers kept.</param>
internal sealed class RequestLog(int capacity = RequestLog.DefaultCapacity, long capacityCharacters = RequestLog.DefaultCharacters)
{
    /// <summary>Most requests kept unless told otherwise.</summary>
    public const int DefaultCapacity = 100_000;

    /// <summary>Most characters kept unless told otherwise; about half a gibibyte would be the worst case.</summary>
    public const long DefaultCharacters = 256L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly List<ReceivedRequest> kept = [];
    private long characters;

    /// <summary>Keeps a request under the next sequence number; false when there is no room.</summary>
    public bool TryAdd(ReceivedRequest request)
    {
        var size = request.Body.Length + request.Path.Length + request.Headers.Sum(header => (long)header.Key.Length + header.Value.Length);
        lock (gate)
        {
            if (kept.Count >= capacity || characters + size > capacityCharacters)
                return false;
            characters += size;
            kept.Add(request with { Sequence = kept.Count + 1 });
            return true;
        }
    }

    /// <summary>What was kept after the given sequence number, in order.</summary>
    public IReadOnlyList<ReceivedRequest> After(long sequence)
    {
        lock (gate)
            return sequence >= kept.Count ? [] : kept[(int)Math.Max(0, sequence)..];
    }
}
