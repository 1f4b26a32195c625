using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.StandIns.Api.Cache;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Cache;

public sealed class RespProtocolTests
{
    [Fact]
    public void A_command_is_an_array_of_bulk_strings_counted_in_bytes() =>
        Encoding.UTF8.GetString(RespProtocol.Encode("GET", "vm:é")).Should().Be("*2\r\n$3\r\nGET\r\n$5\r\nvm:é\r\n");

    [Theory]
    [InlineData("+PONG\r\n", "PONG", false)]
    [InlineData(":3\r\n", "3", false)]
    [InlineData("$5\r\nh\r\nlo\r\n", "h\r\nlo", false)]
    [InlineData("$0\r\n\r\n", "", false)]
    [InlineData("$-1\r\n", null, false)]
    [InlineData("-ERR no\r\n", "ERR no", true)]
    public void Every_reply_is_read_once_it_is_complete(string reply, string? text, bool isError)
    {
        for (var length = 0; length < reply.Length; length++)
            Parse(reply[..length]).Should().BeNull("{0} of {1} characters came", length, reply.Length);
        Parse(reply + "+NEXT\r\n").Should().Be((new RespValue(text, isError), "+NEXT\r\n"));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "*is no RESP reply*")]
    [InlineData("\r\n", "*is no RESP reply*")]
    [InlineData("$x\r\n", "*is no length*")]
    [InlineData("$-2\r\n", "*is no length*")]
    [InlineData("$99999999999\r\n", "*is no length*")]
    [InlineData("$2\r\nabcd\r\n", "*no line end after a text of 2 bytes*")]
    public void What_is_no_reply_is_refused(string reply, string message) =>
        FluentActions.Invoking(() => Parse(reply)).Should().Throw<RespException>().WithMessage(message);

    [Fact]
    public void Hostile_bytes_are_refused_or_waited_on_and_nothing_else() => Prop.ForAll<byte[]>(bytes =>
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        try
        {
            return RespProtocol.TryParse(ref buffer, out _) ? buffer.Length < bytes.Length : buffer.Length == bytes.Length;
        }
        catch (RespException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("keyspace_hits", 7)]
    [InlineData("keyspace_misses", 3)]
    [InlineData("keyspace", 0)]
    [InlineData("absent", 0)]
    public void Info_is_read_by_whole_names(string field, long value) =>
        RespInfo.Read("# Stats\r\nkeyspace_hits:7\r\nkeyspace_misses:3\r\nkeyspace:x\r\n", field).Should().Be(value);

    private static (RespValue, string)? Parse(string reply)
    {
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(reply));
        return RespProtocol.TryParse(ref buffer, out var value) ? (value, Encoding.UTF8.GetString(buffer)) : null;
    }
}
