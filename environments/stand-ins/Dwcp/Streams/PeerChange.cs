namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>What became of a peer.</summary>
internal enum PeerChange
{
    /// <summary>It answers for the first time, or again.</summary>
    Answered,

    /// <summary>Its host says that no process listens: the process is gone.</summary>
    Refused,

    /// <summary>Nothing was heard of it for the stream timeout: lost packets, a hung process or a lost host.</summary>
    Silent,
}
