namespace NovaCron.Validation.StandIns.Dwcp.Framing;

/// <summary>What a frame of the DWCP v3 stand-in protocol is for.</summary>
internal enum FrameType : byte
{
    /// <summary>Offers a stream; with <see cref="FrameFlags.Acknowledge"/>, accepts the offer.</summary>
    Open = 1,

    /// <summary>Carries one packet of an open stream.</summary>
    Data = 2,

    /// <summary>Asks the peer for a <see cref="Pong"/> at once.</summary>
    Ping = 3,

    /// <summary>Answers a <see cref="Ping"/> with its sequence and its send time.</summary>
    Pong = 4,

    /// <summary>Ends a stream, or refuses it; the sequence field holds a <see cref="CloseReason"/>.</summary>
    Close = 5,
}

/// <summary>Modifiers of a frame.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>No modifier.</summary>
    None = 0,

    /// <summary>The frame accepts what the peer offered.</summary>
    Acknowledge = 1,
}

/// <summary>Why a stream was closed or refused.</summary>
internal enum CloseReason : byte
{
    /// <summary>The sender is done with the stream.</summary>
    Finished = 0,

    /// <summary>The receiver has as many streams as it may have.</summary>
    StreamLimit = 1,

    /// <summary>The receiver has no bandwidth left for what the stream would reserve.</summary>
    BandwidthLimit = 2,

    /// <summary>The receiver knows no such stream: it was restarted, or the stream timed out.</summary>
    UnknownStream = 3,
}
