using System.IO.Compression;

namespace NovaCron.Validation.StandIns.Dwcp.Payload;

/// <summary>Compresses each packet by itself with Brotli's fastest level, as a protocol must whose packets can be lost.</summary>
internal static class PayloadCodec
{
    /// <summary>Brotli's fastest level.</summary>
    public const int Quality = 0;

    /// <summary>Window of 2^10 bytes, the smallest: a packet is hardly longer.</summary>
    public const int WindowBits = 10;

    /// <summary>Compresses a packet.</summary>
    /// <param name="payload">The packet.</param>
    /// <param name="destination">Where to write.</param>
    /// <returns>The compressed bytes; 0 when the destination is too short.</returns>
    public static int Compress(ReadOnlySpan<byte> payload, Span<byte> destination) =>
        BrotliEncoder.TryCompress(payload, destination, out var written, Quality, WindowBits) ? written : 0;

    /// <summary>Restores a packet.</summary>
    /// <param name="compressed">What arrived.</param>
    /// <param name="originalLength">The length that the frame promises.</param>
    /// <param name="destination">Where to write.</param>
    /// <returns>Whether the packet has exactly the promised length.</returns>
    public static bool TryRestore(ReadOnlySpan<byte> compressed, int originalLength, Span<byte> destination) =>
        originalLength <= destination.Length
        && BrotliDecoder.TryDecompress(compressed, destination[..originalLength], out var written)
        && written == originalLength;
}
