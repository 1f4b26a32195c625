using System.Buffers.Binary;
using System.Text;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers.Api;

public sealed class LogStreamTests
{
    [Fact]
    public async Task Frames_go_to_their_streams_and_characters_may_span_frames()
    {
        var ue = Encoding.UTF8.GetBytes("ü");
        byte[] bytes = [.. Frame(1, "a\n"u8), .. Frame(2, "b\n"u8), .. Frame(1, [ue[0]]), .. Frame(1, [ue[1]]), .. Frame(3, "engine\n"u8), .. Frame(1, [])];

        var read = await LogStream.ReadAsync(new MemoryStream(bytes), CancellationToken.None);

        read.Should().Be(new LogStream("a\nü", "b\nengine\n", "a\nb\nüengine\n"));
    }

    [Fact]
    public async Task Nothing_is_nothing() =>
        (await LogStream.ReadAsync(new MemoryStream(), CancellationToken.None)).Should().Be(new LogStream("", "", ""));

    [Fact]
    public async Task It_does_not_matter_how_the_bytes_arrive()
    {
        byte[] bytes = [.. Frame(1, Encoding.UTF8.GetBytes(new string('x', 70_000))), .. Frame(2, "y"u8)];

        var read = await LogStream.ReadAsync(new Dribble(bytes), CancellationToken.None);

        (read.Stdout.Length, read.Stderr).Should().Be((70_000, "y"));
    }

    [Theory]
    [InlineData(3, "3 of 8 header bytes")]
    [InlineData(10, "2 of 5 bytes of a frame")]
    public async Task A_stream_that_breaks_off_is_an_error(int length, string message)
    {
        var bytes = Frame(1, "hello"u8)[..length];

        await FluentActions.Awaiting(() => LogStream.ReadAsync(new MemoryStream(bytes), CancellationToken.None)).Should().ThrowAsync<InvalidDataException>().WithMessage($"*{message}*");
    }

    [Theory]
    [InlineData("plain text of a terminal")]
    [InlineData("\u0001\0\0\0plenty of bytes")]
    public async Task Plain_text_is_an_error(string text) =>
        await FluentActions.Awaiting(() => LogStream.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None)).Should().ThrowAsync<InvalidDataException>().WithMessage("*terminal*");

    private static byte[] Frame(byte stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[8 + payload.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)payload.Length);
        payload.CopyTo(frame.AsSpan(8));
        return frame;
    }

    /// <summary>Gives at most three bytes at a time.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(3, buffer.Length)], cancellationToken);
    }
}
