using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;

namespace NovaCron.Validation.Tests.Unit.Redis;

public sealed class MemoryPressureTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(930, 1000, Standing.Holds)]
    [InlineData(920, 1000, Standing.Holds)]
    [InlineData(919, 1000, Standing.NotYet)]
    [InlineData(930, 0, Standing.Lost)]
    internal void The_memory_must_be_filled_to_the_share(long used, long maximum, Standing expected) =>
        MemoryEffect.Judge(new MemoryReading(used, maximum), share: 0.93).Standing.Should().Be(expected);

    [Theory]
    [InlineData(829, 0, Standing.Holds)]
    [InlineData(831, 0, Standing.NotYet)]
    [InlineData(100, 1, Standing.NotYet)]
    internal void Gone_is_well_below_the_share_with_no_key_left(long used, long keys, Standing expected) =>
        MemoryEffect.JudgeGone(new MemoryReading(used, 1000), share: 0.93, keys).Standing.Should().Be(expected);

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        FluentActions.Invoking(() => new MemoryPressure(new MemoryPressureOptions { Host = "", Port = 0, Share = 1, ValueBytes = 0, MaximumDuration = TimeSpan.Zero }))
            .Should().Throw<ArgumentException>().Which.Message.Should().ContainAll("Host is empty", "Port is 0", "Share is 1", "ValueBytes is 0", "MaximumDuration is");

    [Fact]
    public async Task A_server_without_a_limit_cannot_be_faulted()
    {
        await using var server = new FakeRedisServer(_ => FakeRedisServer.Bulk("used_memory:100\r\nmaxmemory:0\r\n"));
        await using var fault = Fault(server);

        await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*maxmemory is 0*");
    }

    [Fact]
    public async Task Writes_that_the_server_refuses_are_no_injection()
    {
        await using var server = new FakeRedisServer(command => command[0] switch
        {
            "INFO" => FakeRedisServer.Bulk("used_memory:100\r\nmaxmemory:1000000\r\n"),
            "SCAN" => "*2\r\n$1\r\n0\r\n*0\r\n",
            _ => "-OOM command not allowed when used memory > 'maxmemory'.\r\n",
        });
        await using var fault = Fault(server);

        await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*OOM command not allowed*");
    }

    private static MemoryPressure Fault(FakeRedisServer server) => new(new MemoryPressureOptions { Host = "127.0.0.1", Port = server.Port, Share = 0.93 });
}
