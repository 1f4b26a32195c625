using System.Net;
using System.Net.Sockets;
using Npgsql;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Tests.Unit.Load.Steps;

/// <summary>What can be told without a server.</summary>
public sealed class SqlStepTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_a_refusal_and_fails_the_preparation()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var step = new SqlStep($"Host=127.0.0.1;Port={port};Username=novacron;Password=x;Database=novacron");

        var response = await step.RunAsync(new ScenarioContext("postgres", 0, TimeSpan.Zero), CancellationToken.None);
        var act = () => step.PrepareAsync(CancellationToken.None);

        response.Should().BeEquivalentTo(new { IsError = true, StatusCode = "refused" });
        (await act.Should().ThrowAsync<NpgsqlException>()).WithMessage($"*127.0.0.1:{port}*");
    }

    [Fact]
    public void Refuses_a_pool_without_connections()
    {
        var act = () => new SqlStep("Host=127.0.0.1", connections: 0);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
