using NovaCron.Validation.FaultInjectors.Dwcp;

namespace NovaCron.Validation.Tests.Unit.Dwcp;

public sealed class PodStreamsTests
{
    private const string Headers = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

    [Fact]
    public void Only_what_the_peer_opened_counts() =>
        PodStreams.Parse(
            Headers + Answer(Stream("10.0.0.9:4000", "incoming", 7, 500), Stream("10.0.0.9:4001", "incoming", 5, 500), Stream("10.0.0.90:4000", "incoming", 1, 1), Stream("10.0.0.9:9191", "outgoing", 1, 1)),
            "10.0.0.9").Should().Be(new PodStreams(2, 1000, 12));

    [Fact]
    public void No_stream_is_an_answer() => PodStreams.Parse(Headers + "[]", "10.0.0.9").Should().Be(default(PodStreams));

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n[]")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n[1]")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n[{\"direction\": \"incoming\"}]")]
    public void What_is_no_list_is_an_error(string answer) =>
        FluentActions.Invoking(() => PodStreams.Parse(answer, "10.0.0.9")).Should().Throw<FormatException>();

    [Fact]
    public void The_command_asks_the_pods_own_api() =>
        PodStreams.Command("10.0.0.3", 8080).Should().Equal("bash", "-c", @"exec 3<>/dev/tcp/10.0.0.3/8080 && printf 'GET /api/v1/streams HTTP/1.0\r\nHost: 10.0.0.3\r\n\r\n' >&3 && cat <&3");

    private static string Answer(params string[] streams) => $"[{string.Join(",", streams)}]";

    private static string Stream(string peer, string direction, int packets, int reserved) =>
        $$"""{"id":1,"peer":"{{peer}}","direction":"{{direction}}","packets":{{packets}},"reserved_bytes_per_second":{{reserved}}}""";
}
