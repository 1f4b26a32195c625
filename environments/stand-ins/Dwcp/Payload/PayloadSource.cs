using System.Globalization;
using System.Text;

namespace NovaCron.Validation.StandIns.Dwcp.Payload;

/// <summary>Endless packets of VM telemetry as JSON lines, or of random bytes, or of both.</summary>
/// <param name="length">Bytes of a packet before compression.</param>
/// <param name="randomShare">The share of a packet, 0 to 1, that is random and so cannot be compressed.</param>
/// <param name="seed">Where the random numbers start.</param>
internal sealed class PayloadSource(int length, double randomShare, int seed)
{
    /// <summary>How many different packets take turns.</summary>
    public const int Variety = 64;

    private readonly byte[][] packets = Create(length, randomShare, new Random(seed));
    private int next;

    /// <summary>The next packet.</summary>
    public ReadOnlySpan<byte> Next() => packets[next++ % Variety];

    private static byte[][] Create(int length, double randomShare, Random random) =>
        [.. Enumerable.Range(0, Variety).Select(_ => CreatePacket(length, randomShare, random))];

    private static byte[] CreatePacket(int length, double randomShare, Random random)
    {
        var packet = new byte[length];
        var randomLength = (int)Math.Round(length * randomShare);
        random.NextBytes(packet.AsSpan(0, randomLength));
        FillWithTelemetry(packet.AsSpan(randomLength), random);
        return packet;
    }

    private static void FillWithTelemetry(Span<byte> destination, Random random)
    {
        while (!destination.IsEmpty)
        {
            var line = Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"vm\":\"vm-{random.Next(10_000):D5}\",\"node\":\"node-{random.Next(16):D2}\",\"cpu_percent\":{random.Next(1000) / 10.0:F1},\"memory_mb\":{random.Next(64) * 256},\"state\":\"running\"}}\n"));
            var taken = Math.Min(line.Length, destination.Length);
            line.AsSpan(0, taken).CopyTo(destination);
            destination = destination[taken..];
        }
    }
}
