using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>
/// Reads RESP 2 replies out of bytes that arrive in pieces. Sizes are bounded, and a declared size alone allocates nothing,
/// so that a hostile or broken server costs no more than the bounds.
/// </summary>
public static class RespParser
{
    /// <summary>Longest line (simple string, error, number, size), bytes: Redis' own limit for an inline request.</summary>
    public const int LongestLine = 64 * 1024;

    /// <summary>Longest bulk string, bytes: far above an INFO or a page of SCAN, far below Redis' own 512 MB.</summary>
    public const int LongestBulkString = 16 * 1024 * 1024;

    /// <summary>Most replies in one array.</summary>
    public const int LongestArray = 1024 * 1024;

    /// <summary>Deepest nesting of arrays.</summary>
    public const int DeepestNesting = 16;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>Takes one reply off the front of the bytes.</summary>
    /// <param name="bytes">The bytes received so far; moved behind the reply when there is a whole one, else left alone.</param>
    /// <param name="value">The reply, or null when more bytes are needed.</param>
    /// <returns>Whether there was a whole reply.</returns>
    /// <exception cref="RespFormatException">The bytes are no RESP 2, or exceed a bound.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> bytes, out RespValue? value)
    {
        var reader = new SequenceReader<byte>(bytes);
        value = Read(ref reader, depth: 0);
        if (value is null)
        {
            return false;
        }

        bytes = bytes.Slice(reader.Position);
        return true;
    }

    private static RespValue? Read(ref SequenceReader<byte> reader, int depth)
    {
        if (!reader.TryRead(out var marker))
        {
            return null;
        }

        if (!"+-:$*"u8.Contains(marker))
        {
            throw new RespFormatException($"no RESP 2 reply begins with byte 0x{marker:x2}");
        }

        if (ReadLine(ref reader) is not { } line)
        {
            return null;
        }

        return marker switch
        {
            (byte)'+' => RespValue.SimpleString(line),
            (byte)'-' => RespValue.Error(line),
            (byte)':' => RespValue.Number(ParseNumber(line)),
            (byte)'$' => ReadBulkString(ref reader, ParseSize(line, LongestBulkString, "bulk string")),
            _ => ReadArray(ref reader, ParseSize(line, LongestArray, "array"), depth),
        };
    }

    private static byte[]? ReadLine(ref SequenceReader<byte> reader)
    {
        if (reader.TryReadTo(out ReadOnlySequence<byte> line, LineEnd))
        {
            return line.Length <= LongestLine ? line.ToArray() : throw TooLong(line.Length);
        }

        return reader.Remaining <= LongestLine + 1 ? null : throw TooLong(reader.Remaining);
    }

    private static RespValue? ReadBulkString(ref SequenceReader<byte> reader, int size)
    {
        if (size < 0)
        {
            return RespValue.Null;
        }

        if (reader.Remaining < size + LineEnd.Length)
        {
            return null;
        }

        var content = reader.UnreadSequence.Slice(0, size).ToArray();
        reader.Advance(size);
        return reader.IsNext(LineEnd, advancePast: true)
            ? RespValue.BulkString(content)
            : throw new RespFormatException($"a bulk string of {size} bytes does not end where its size says");
    }

    private static RespValue? ReadArray(ref SequenceReader<byte> reader, int size, int depth)
    {
        if (size < 0)
        {
            return RespValue.Null;
        }

        if (depth >= DeepestNesting)
        {
            throw new RespFormatException($"arrays are nested more than {DeepestNesting} deep");
        }

        var items = ImmutableArray.CreateBuilder<RespValue>();
        while (items.Count < size)
        {
            if (Read(ref reader, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return RespValue.Array(items.ToImmutable());
    }

    private static int ParseSize(ReadOnlySpan<byte> line, int highest, string what)
    {
        var size = ParseNumber(line);
        return size >= -1 && size <= highest
            ? (int)size
            : throw new RespFormatException($"the size of a {what} is {size}; it must be from -1 to {highest}");
    }

    private static long ParseNumber(ReadOnlySpan<byte> line) =>
        Utf8Parser.TryParse(line, out long number, out var used) && used == line.Length
            ? number
            : throw new RespFormatException($"'{Encoding.Latin1.GetString(line[..Math.Min(line.Length, 40)])}' is no whole number of 64 bits");

    private static RespFormatException TooLong(long length) => new($"a line of at least {length} bytes; at most {LongestLine} are taken");
}
