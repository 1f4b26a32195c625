using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class RespParserTests
{
    [Theory]
    [InlineData("+OK\r\n", "OK")]
    [InlineData("-ERR unknown\r\n", "ERR unknown")]
    [InlineData(":-42\r\n", "(number) -42")]
    [InlineData("$5\r\na\r\nbc\r\n", "a\r\nbc")]
    [InlineData("$0\r\n\r\n", "")]
    [InlineData("$-1\r\n", "(nil)")]
    [InlineData("*-1\r\n", "(nil)")]
    [InlineData("*0\r\n", "[]")]
    [InlineData("*2\r\n:1\r\n*1\r\n$1\r\nx\r\n", "[(number) 1, [x]]")]
    public void Every_kind_of_reply_is_read(string wire, string expected) => Read(wire)!.ToString().Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("+OK")]
    [InlineData("+OK\r")]
    [InlineData("$5\r\nabcde\r")]
    [InlineData("*2\r\n:1\r\n")]
    public void A_part_of_a_reply_is_none(string wire)
    {
        var bytes = Sequence(Encoding.ASCII.GetBytes(wire), 3);

        RespParser.TryRead(ref bytes, out var value).Should().BeFalse();

        value.Should().BeNull();
        bytes.Length.Should().Be(wire.Length);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("$5\r\nabcdefgh\r\n")]
    [InlineData("$x\r\n")]
    [InlineData("$-2\r\n")]
    [InlineData("$99999999999\r\n")]
    [InlineData("*1048577\r\n")]
    [InlineData("*-7\r\n")]
    [InlineData(":\r\n")]
    [InlineData(":12a\r\n")]
    [InlineData(":99999999999999999999\r\n")]
    public void What_is_no_RESP_is_refused(string wire) => FluentActions.Invoking(() => Read(wire)).Should().Throw<RespFormatException>();

    [Fact]
    public void Endless_nesting_is_refused() =>
        FluentActions.Invoking(() => Read(string.Concat(Enumerable.Repeat("*1\r\n", 10_000)))).Should().Throw<RespFormatException>().WithMessage("*nested more than 16*");

    [Fact]
    public void An_endless_line_is_refused() =>
        FluentActions.Invoking(() => Read("+" + new string('a', RespParser.LongestLine + 2))).Should().Throw<RespFormatException>().WithMessage("*a line of at least*");

    [Fact]
    public void A_declared_size_alone_allocates_nothing()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read("$16777216\r\n").Should().BeNull();
        Read("*1048576\r\n").Should().BeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000);
    }

    [Fact]
    public void Replies_are_read_alike_however_they_are_cut() =>
        Prop.ForAll(Replies.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (reply, pieces) =>
        {
            var wire = Write(reply).Concat("+next\r\n"u8.ToArray()).ToArray();
            var bytes = Sequence(wire, pieces);
            return RespParser.TryRead(ref bytes, out var value) && Write(value!).SequenceEqual(Write(reply))
                && RespParser.TryRead(ref bytes, out var next) && next!.AsString() == "next" && bytes.IsEmpty;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_prefix_of_a_reply_is_a_reply() =>
        Prop.ForAll(Replies.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (reply, cut) =>
        {
            var wire = Write(reply);
            var bytes = Sequence(wire[..(cut % wire.Length)], 7);
            return !RespParser.TryRead(ref bytes, out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_a_reply_or_a_part_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), content =>
        {
            var bytes = Sequence(content, 5);
            try
            {
                return RespParser.TryRead(ref bytes, out var value) == (value is not null);
            }
            catch (RespFormatException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<RespValue> Replies => Nested(3);

    private static Gen<RespValue> Nested(int depth)
    {
        var line = ArbMap.Default.GeneratorFor<int>().Select(number => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"text ä {number}"));
        var leaf = Gen.OneOf(
            line.Select(RespValue.SimpleString),
            line.Select(RespValue.Error),
            ArbMap.Default.GeneratorFor<long>().Select(RespValue.Number),
            ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => RespValue.BulkString(bytes)),
            Gen.Constant(RespValue.Null));
        return depth == 0 ? leaf : Gen.OneOf(leaf, Gen.ListOf(Nested(depth - 1)).Select(items => RespValue.Array([.. items.Take(5)])));
    }

    private static byte[] Write(RespValue value) => value.Kind switch
    {
        RespKind.SimpleString => [(byte)'+', .. value.Bytes.Span, .. "\r\n"u8],
        RespKind.Error => [(byte)'-', .. value.Bytes.Span, .. "\r\n"u8],
        RespKind.Number => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $":{value.AsInteger()}\r\n")),
        RespKind.BulkString => [.. Encoding.ASCII.GetBytes($"${value.Bytes.Length}\r\n"), .. value.Bytes.Span, .. "\r\n"u8],
        RespKind.Array => [.. Encoding.ASCII.GetBytes($"*{value.Items.Length}\r\n"), .. value.Items.SelectMany(Write)],
        _ => [.. "$-1\r\n"u8],
    };

    private static RespValue? Read(string wire)
    {
        var bytes = Sequence(Encoding.ASCII.GetBytes(wire), 2);
        return RespParser.TryRead(ref bytes, out var value) ? value : null;
    }

    /// <summary>The bytes in pieces of at most the given size.</summary>
    private static ReadOnlySequence<byte> Sequence(byte[] bytes, int size)
    {
        var first = new Piece(ReadOnlyMemory<byte>.Empty, 0);
        var last = first;
        foreach (var chunk in bytes.Chunk(size))
        {
            last = last.Append(chunk);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
