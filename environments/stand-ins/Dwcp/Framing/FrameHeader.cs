namespace NovaCron.Validation.StandIns.Dwcp.Framing;

/// <summary>The fields in front of every DWCP payload.</summary>
/// <param name="Type">What the frame is for.</param>
/// <param name="Flags">Modifiers.</param>
/// <param name="StreamId">The stream, numbered by its sender; 0 for frames that belong to none.</param>
/// <param name="Sequence">The packet's number in its stream, from 1; in an OPEN, the number that the first packet will have.</param>
/// <param name="SentAtMicroseconds">The sender's monotonic clock when it sent the frame; means nothing to any other host.</param>
/// <param name="OriginalLength">The payload's bytes before compression.</param>
internal readonly record struct FrameHeader(
    FrameType Type,
    FrameFlags Flags,
    uint StreamId,
    ulong Sequence,
    long SentAtMicroseconds,
    ushort OriginalLength);
