using System.Buffers;
using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>Writes commands as RESP arrays of bulk strings, so that any byte may be in an argument.</summary>
public static class RespWriter
{
    /// <summary>Appends a command.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="command">The command's name and its arguments.</param>
    /// <exception cref="ArgumentException">The command is empty.</exception>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<RedisValue> command)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count == 0)
        {
            throw new ArgumentException("a Redis command has at least its name", nameof(command));
        }

        WriteSize(output, '*', command.Count);
        foreach (var argument in command)
        {
            WriteSize(output, '$', argument.Bytes.Length);
            output.Write(argument.Bytes.Span);
            output.Write("\r\n"u8);
        }
    }

    private static void WriteSize(IBufferWriter<byte> output, char marker, int size) =>
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{marker}{size}\r\n")));
}
