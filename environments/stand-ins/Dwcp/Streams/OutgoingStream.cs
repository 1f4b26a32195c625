namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>A stream that this pod sends.</summary>
/// <param name="id">Its number, unique in this pod.</param>
internal sealed class OutgoingStream(uint id)
{
    /// <summary>Its number.</summary>
    public uint Id => id;

    /// <summary>Whether the peer accepted it and has not closed it since.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The number of its next packet.</summary>
    public ulong NextSequence { get; set; } = 1;

    /// <summary>When it was last offered, in microseconds; null when never.</summary>
    public long? LastOffered { get; set; }
}
