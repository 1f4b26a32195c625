using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace NovaCron.Validation.StandIns.Api.Cache;

/// <summary>The part of RESP 2 that a cache client needs: commands out; simple strings, errors, integers and bulk strings in.</summary>
internal static class RespProtocol
{
    /// <summary>Longest line or bulk string that is read, in bytes; a longer one is no reply to a command of this client.</summary>
    public const int LongestReply = 1 << 20;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>Encodes a command as an array of bulk strings.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    public static byte[] Encode(params ReadOnlySpan<string> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteText(buffer, string.Create(CultureInfo.InvariantCulture, $"*{arguments.Length}\r\n"));
        foreach (var argument in arguments)
        {
            WriteText(buffer, string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(argument)}\r\n"));
            WriteText(buffer, argument);
            buffer.Write(LineEnd);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one reply.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RespException">The connection ended, or what came is no reply.</exception>
    public static async Task<RespValue> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (TryParse(ref buffer, out var value))
            {
                reader.AdvanceTo(buffer.Start);
                return value;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                throw new RespException("Reading a cache reply failed: the server closed the connection.");
        }
    }

    /// <summary>Parses one reply, if it is there as a whole.</summary>
    /// <param name="buffer">What has arrived; begins after the reply when there is one.</param>
    /// <param name="value">The reply.</param>
    /// <returns>Whether the reply is complete.</returns>
    /// <exception cref="RespException">What has arrived is no reply.</exception>
    public static bool TryParse(ref ReadOnlySequence<byte> buffer, out RespValue value)
    {
        value = default;
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, LineEnd))
        {
            return buffer.Length <= LongestReply
                ? false
                : throw new RespException($"Reading a cache reply failed: no line end within {LongestReply} bytes.");
        }

        var text = Encoding.UTF8.GetString(line);
        switch (text.Length > 0 ? text[0] : '\0')
        {
            case '+' or ':':
                value = new RespValue(text[1..]);
                break;
            case '-':
                value = new RespValue(text[1..], IsError: true);
                break;
            case '$':
                if (!TryParseBulk(ref reader, text, out value))
                    return false;
                break;
            default:
                throw new RespException($"Reading a cache reply failed: '{Shorten(text)}' is no RESP reply; is the address that of a Redis server?");
        }

        buffer = buffer.Slice(reader.Position);
        return true;
    }

    private static bool TryParseBulk(ref SequenceReader<byte> reader, string header, out RespValue value)
    {
        value = default;
        if (!int.TryParse(header.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var length) || length is < -1 or > LongestReply)
            throw new RespException($"Reading a cache reply failed: '{Shorten(header)}' is no length from -1 to {LongestReply}.");
        if (length == -1)
            return true;
        if (reader.Remaining < length + LineEnd.Length)
            return false;
        value = new RespValue(Encoding.UTF8.GetString(reader.UnreadSequence.Slice(0, length)));
        reader.Advance(length);
        if (!reader.IsNext(LineEnd, advancePast: true))
            throw new RespException($"Reading a cache reply failed: no line end after a text of {length} bytes.");
        return true;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
