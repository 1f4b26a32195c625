using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>
/// Output of a container or a command, taken apart from the engine's multiplexed stream:
/// frames of an 8-byte header (stream, three zeros, big-endian length) and that many bytes.
/// </summary>
/// <param name="Stdout">Standard output.</param>
/// <param name="Stderr">Standard error.</param>
/// <param name="Merged">Both in the order of their frames.</param>
internal sealed record LogStream(string Stdout, string Stderr, string Merged)
{
    private const int HeaderBytes = 8;
    private const int LongestFrame = 16 * 1024 * 1024;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a stream, or break off inside a frame.</exception>
    public static async Task<LogStream> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        var stdout = new ArrayBufferWriter<byte>();
        var stderr = new ArrayBufferWriter<byte>();
        var merged = new ArrayBufferWriter<byte>();
        var header = new byte[HeaderBytes];
        while (await ReadHeaderAsync(source, header, cancellationToken))
        {
            var target = header[0] switch
            {
                0 or 1 => stdout,
                2 or 3 => stderr,
                _ => throw new InvalidDataException($"stream number {header[0]} is unknown; the container may have a terminal"),
            };
            var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
            if (length > LongestFrame)
            {
                throw new InvalidDataException($"a frame of {length} bytes is beyond belief; the container may have a terminal");
            }

            var frame = new byte[length];
            await ReadFrameAsync(source, frame, cancellationToken);
            target.Write(frame);
            merged.Write(frame);
        }

        return new LogStream(Text(stdout), Text(stderr), Text(merged));
    }

    private static async Task<bool> ReadHeaderAsync(Stream source, byte[] header, CancellationToken cancellationToken)
    {
        var read = await source.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellationToken);
        return read switch
        {
            HeaderBytes => true,
            0 => false,
            _ => throw new InvalidDataException($"it broke off after {read} of {HeaderBytes} header bytes"),
        };
    }

    private static async Task ReadFrameAsync(Stream source, byte[] frame, CancellationToken cancellationToken)
    {
        var read = await source.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < frame.Length)
        {
            throw new InvalidDataException($"it broke off after {read} of {frame.Length} bytes of a frame");
        }
    }

    private static string Text(ArrayBufferWriter<byte> bytes) => Encoding.UTF8.GetString(bytes.WrittenSpan);
}
