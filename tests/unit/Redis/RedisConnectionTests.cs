using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class RedisConnectionTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_command_gets_its_reply()
    {
        await using var server = new FakeRedisServer(command => FakeRedisServer.Bulk(string.Join(' ', command)));
        await using var connection = await server.ConnectAsync();

        (await connection.ExecuteAsync(["SET", "key", 42, "x y"u8.ToArray()], None)).AsString().Should().Be("SET key 42 x y");
    }

    [Fact]
    public async Task An_absent_value_is_null()
    {
        await using var server = new FakeRedisServer(_ => "$-1\r\n");
        await using var connection = await server.ConnectAsync();

        (await connection.ExecuteAsync(["GET", "key"], None)).IsNull.Should().BeTrue();
    }

    [Fact]
    public async Task A_large_batch_is_answered_in_order()
    {
        await using var server = new FakeRedisServer(command => FakeRedisServer.Bulk(command[1]));
        await using var connection = await server.ConnectAsync();
        var padding = new string('x', 2000);
        IReadOnlyList<IReadOnlyList<RedisValue>> commands = [.. Enumerable.Range(0, 5000).Select(i => (IReadOnlyList<RedisValue>)["ECHO", $"{i} {padding}"])];

        var replies = await connection.ExecuteBatchAsync(commands, None);

        replies.Select(reply => reply.AsString()).Should().Equal(Enumerable.Range(0, 5000).Select(i => $"{i} {padding}"));
    }

    [Fact]
    public async Task Callers_take_turns()
    {
        await using var server = new FakeRedisServer(command => FakeRedisServer.Bulk(command[1]));
        await using var connection = await server.ConnectAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i => (await connection.ExecuteAsync(["ECHO", i], None)).AsString() == $"{i}"));

        replies.Should().OnlyContain(right => right);
    }

    [Fact]
    public async Task An_error_of_the_server_leaves_the_connection_alone()
    {
        await using var server = new FakeRedisServer(command => command[0] == "BAD" ? "-ERR no such command\r\n" : "+PONG\r\n");
        await using var connection = await server.ConnectAsync();

        await connection.Invoking(c => c.ExecuteAsync(["BAD"], None)).Should().ThrowAsync<RedisServerException>().WithMessage("BAD on Redis at 127.0.0.1:*ERR no such command");

        (await connection.ExecuteAsync(["PING"], None)).AsString().Should().Be("PONG");
    }

    [Fact]
    public async Task A_closed_connection_stays_closed_and_says_why()
    {
        await using var server = new FakeRedisServer(command => command[0] == "QUIT" ? null : "+OK\r\n");
        await using var connection = await server.ConnectAsync();

        await connection.Invoking(c => c.ExecuteAsync(["QUIT"], None)).Should().ThrowAsync<RedisConnectionException>().WithMessage("*broke during QUIT*");

        await connection.Invoking(c => c.ExecuteAsync(["PING"], None)).Should().ThrowAsync<RedisConnectionException>().WithMessage("*is closed since*QUIT*");
    }

    [Fact]
    public async Task A_late_answer_is_not_taken_for_the_next_ones()
    {
        await using var server = new FakeRedisServer(_ => "");
        await using var connection = await server.ConnectAsync(Short);

        await connection.Invoking(c => c.ExecuteAsync(["PING"], None)).Should().ThrowAsync<RedisTimeoutException>().WithMessage("PING on Redis at*not answered within 00:00:00.2*");

        await connection.Invoking(c => c.ExecuteAsync(["PING"], None)).Should().ThrowAsync<RedisConnectionException>();
    }

    [Fact]
    public async Task A_cancelled_command_ends_the_connection()
    {
        using var cancel = new CancellationTokenSource(Short);
        await using var server = new FakeRedisServer(_ => "");
        await using var connection = await server.ConnectAsync();

        await connection.Invoking(c => c.ExecuteAsync(["PING"], cancel.Token)).Should().ThrowAsync<OperationCanceledException>();

        await connection.Invoking(c => c.ExecuteAsync(["PING"], None)).Should().ThrowAsync<RedisConnectionException>().WithMessage("*cancelled half-way*");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("+OK\r\n+OK\r\n")]
    [InlineData("$999999999\r\n")]
    public async Task A_server_that_speaks_otherwise_is_left(string answer)
    {
        await using var server = new FakeRedisServer(_ => answer);
        await using var connection = await server.ConnectAsync();

        await connection.Invoking(c => c.ExecuteAsync(["PING"], None)).Should().ThrowAsync<RedisConnectionException>();
    }

    [Fact]
    public async Task Nobody_listening_is_told_at_once()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();

        await FluentActions.Invoking(() => RedisConnection.ConnectAsync("127.0.0.1", port, None)).Should().ThrowAsync<RedisConnectionException>().WithMessage($"Redis at 127.0.0.1:{port} could not be reached*");
    }

    [Fact]
    public async Task A_configuration_parameter_is_the_second_of_a_pair()
    {
        await using var server = new FakeRedisServer(command => command[2] == "maxmemory-policy" ? FakeRedisServer.Pair("maxmemory-policy", "allkeys-lru") : "*0\r\n");
        await using var connection = await server.ConnectAsync();

        (await connection.ConfigGetAsync("maxmemory-policy", None)).Should().Be("allkeys-lru");
        await connection.Invoking(c => c.ConfigGetAsync("nonsense", None)).Should().ThrowAsync<RedisException>().WithMessage("*no configuration parameter 'nonsense'*");
    }

    [Fact]
    public void Commands_are_arrays_of_bulk_strings()
    {
        var output = new ArrayBufferWriter<byte>();
        RespWriter.Write(output, ["SET", "ä", 7]);

        Encoding.UTF8.GetString(output.WrittenSpan).Should().Be("*3\r\n$3\r\nSET\r\n$2\r\nä\r\n$1\r\n7\r\n");
        FluentActions.Invoking(() => RespWriter.Write(output, [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Fields_of_INFO_are_read()
    {
        var info = RedisInfo.Parse("# Stats\r\nevicted_keys:12\r\nexecutable:/usr/bin/a:b\r\n\r\nnonsense\r\nratio:0.5\r\n");

        info.GetInt64("evicted_keys").Should().Be(12);
        info.GetString("executable").Should().Be("/usr/bin/a:b");
        info.Invoking(i => i.GetInt64("ratio")).Should().Throw<RedisException>().WithMessage("*'ratio'*'0.5'*");
        info.Invoking(i => i.GetInt64("absent")).Should().Throw<RedisException>().WithMessage("*no field 'absent'*");
    }
}
