using System.Net;
using NovaCron.Validation.StandIns.Api;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api;

public sealed class ApiEnvironmentTests
{
    [Fact]
    public void Without_variables_nothing_but_HTTP_is_configured()
    {
        var options = Read();
        (options.Port, options.MetricsPort, options.Database, options.CacheHost, options.Dwcp.IsConfigured).Should().Be((8080, 9090, null, null, false));
        (options.Dwcp.Port, options.Dwcp.Streams, options.Dwcp.PacketsPerSecond, options.Dwcp.PayloadBytes, options.Dwcp.MaximumStreams, options.Dwcp.BandwidthBytes)
            .Should().Be((9191, 20, 50, 512, 100, 10_000_000L));
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Read(
            ("DATABASE_URL", "Host=postgres;Database=novacron"), ("CACHE_ADDRESS", "redis:6380"), ("DWCP_PEERS", "novacron-dwcp, 10.0.0.1"),
            ("POD_IP", "10.0.0.2"), ("DWCP_PAYLOAD", "mixed:0.25"), ("DWCP_RESERVED_BYTES", "1000"), ("DWCP_STREAMS", "3"));
        (options.Database, options.CacheHost, options.CachePort).Should().Be(("Host=postgres;Database=novacron", "redis", 6380));
        options.Dwcp.Peers.Should().Equal("novacron-dwcp", "10.0.0.1");
        (options.Dwcp.OwnAddress, options.Dwcp.RandomShare, options.Dwcp.ReservedBytesPerStream, options.Dwcp.Streams).Should().Be((IPAddress.Parse("10.0.0.2"), 0.25, 1000L, 3));
    }

    [Theory]
    [InlineData("DWCP_PORT", "0", "*DWCP_PORT is '0' and must be a whole number from 1 to 65535*")]
    [InlineData("DWCP_PAYLOAD_BYTES", "1301", "*from 1 to 1300*")]
    [InlineData("DWCP_PAYLOAD", "mixed:2", "*DWCP_PAYLOAD is 'mixed:2'*")]
    [InlineData("CACHE_ADDRESS", "redis", "*must be host:port*")]
    [InlineData("POD_IP", "::1", "*must be an IPv4 address*")]
    [InlineData("DATABASE_URL", "postgres://x", "*DATABASE_URL must be an Npgsql connection string*")]
    public void A_wrong_value_is_named(string name, string value, string message) =>
        FluentActions.Invoking(() => Read((name, value))).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void All_wrong_values_are_named_at_once() =>
        FluentActions.Invoking(() => Read(("DWCP_STREAMS", "x"), ("API_PORT", "-1"))).Should().Throw<ArgumentException>().WithMessage("*API_PORT*; DWCP_STREAMS*");

    private static ApiOptions Read(params (string Name, string Value)[] variables) =>
        new ApiEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value).Read();
}
