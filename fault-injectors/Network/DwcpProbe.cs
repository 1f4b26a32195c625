using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Times one DWCP PING from a shell in a network namespace, by that shell's own clock.</summary>
internal static class DwcpProbe
{
    private const int Refused = 1;
    private const int TimedOut = 124;
    private const int FrameLength = 36;
    private const int ChecksumOffset = 32;
    private const ushort Magic = 0x4457;
    private const byte Version = 3;
    private const byte Ping = 3;

    /// <summary>Sends a PING, waits at most a second for the answer, and prints the microseconds between.</summary>
    /// <param name="address">Address of the pod.</param>
    /// <param name="port">UDP port of DWCP.</param>
    public static IReadOnlyList<string> Command(string address, int port)
    {
        var frame = string.Concat(Frame().Select(octet => string.Create(CultureInfo.InvariantCulture, $"\\x{octet:x2}")));
        return
        [
            "bash", "-c",
            string.Create(
                CultureInfo.InvariantCulture,
                $"exec 3<>/dev/udp/{address}/{port} && sent=$EPOCHREALTIME && printf '{frame}' >&3 && timeout 1 dd bs=1500 count=1 status=none <&3 >/dev/null && got=$EPOCHREALTIME && echo $(( ${{got/./}} - ${{sent/./}} ))"),
        ];
    }

    /// <summary>Reads the round trip.</summary>
    /// <param name="result">What <see cref="Command"/> did.</param>
    /// <returns>Null without an answer within a second, or when nobody listens.</returns>
    /// <exception cref="FormatException">This is neither a time nor a missing answer.</exception>
    public static TimeSpan? Parse(ExecResult result) => result.ExitCode switch
    {
        Refused or TimedOut => null,
        0 when long.TryParse(result.Stdout.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) => TimeSpan.FromMicroseconds(microseconds),
        var code => throw new FormatException($"the probe ended with exit code {code} and printed no time, but '{result.Stdout.Trim()}': {result.Stderr.Trim()}"),
    };

    /// <summary>A PING of no stream, as DWCP v3 has it: big-endian, 36 bytes, the last four a CRC-32C of the others.</summary>
    internal static byte[] Frame()
    {
        var frame = new byte[FrameLength];
        BinaryPrimitives.WriteUInt16BigEndian(frame, Magic);
        frame[2] = Version;
        frame[3] = Ping;
        var checksum = ~frame.Take(ChecksumOffset).Aggregate(uint.MaxValue, BitOperations.Crc32C);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(ChecksumOffset), checksum);
        return frame;
    }
}
