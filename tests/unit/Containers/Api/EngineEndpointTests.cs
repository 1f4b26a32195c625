using System.Net.Sockets;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers.Api;

public sealed class EngineEndpointTests
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", "/var/run/docker.sock", null, 0)]
    [InlineData("unix:///with%20space.sock", "/with space.sock", null, 0)]
    [InlineData("tcp://127.0.0.1:2376", null, "127.0.0.1", 2376)]
    [InlineData("tcp://127.0.0.1", null, "127.0.0.1", 2375)]
    public void Reads_sockets_and_tcp(string text, string? path, string? host, int port) =>
        EngineEndpoint.Parse(text).Should().Be(new EngineEndpoint(path is null ? text : $"unix://{path}", path, host, port));

    [Theory]
    [InlineData("ssh://root@host")]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("unix://")]
    [InlineData("/var/run/docker.sock")]
    [InlineData("")]
    public void Refuses_other_addresses_in_one_line(string text) =>
        FluentActions.Invoking(() => EngineEndpoint.Parse(text)).Should().Throw<EngineException>()
            .Which.Message.Should().Contain($"'{text}'").And.Contain("unix:///path").And.NotContain("\n");

    [Fact]
    public void Docker_host_alone_counts_when_it_is_set() =>
        EngineEndpoint.Candidates(Variables(("DOCKER_HOST", "unix:///mine.sock"), ("HOME", "/home/me"))).Should().Equal(EngineEndpoint.Socket("/mine.sock"));

    [Fact]
    public void Without_it_the_usual_sockets_count_in_order() =>
        EngineEndpoint.Candidates(Variables(("XDG_RUNTIME_DIR", "/run/user/7"), ("HOME", "/home/me"))).Select(endpoint => endpoint.SocketPath).Should().Equal(
            "/var/run/docker.sock", "/run/docker.sock", "/run/user/7/docker.sock", "/run/user/7/podman/podman.sock", "/home/me/.docker/run/docker.sock", "/run/podman/podman.sock");

    [Fact]
    public void Tls_is_refused_over_tcp_and_ignored_for_a_socket()
    {
        FluentActions.Invoking(() => EngineEndpoint.Candidates(Variables(("DOCKER_HOST", "tcp://127.0.0.1:1"), ("DOCKER_TLS_VERIFY", "1")))).Should().Throw<EngineException>().WithMessage("*TLS is not supported*");
        EngineEndpoint.Candidates(Variables(("DOCKER_HOST", "unix:///a"), ("DOCKER_TLS_VERIFY", "1"))).Should().ContainSingle();
    }

    [Fact]
    public async Task The_first_that_answers_is_used()
    {
        await using var fake = await FakeEngine.StartAsync();

        await using var engine = await ContainerEngine.ConnectAsync([EngineEndpoint.Socket("/no/such.sock"), EngineEndpoint.Parse(fake.Address)], new EngineOptions(), CancellationToken.None);

        engine.SocketPath.Should().Be(fake.Socket);
    }

    [Fact]
    public async Task Tcp_works_and_has_no_socket()
    {
        await using var fake = await FakeEngine.StartAsync();

        await using var engine = await ContainerEngine.ConnectAsync(new EngineOptions { Endpoint = fake.TcpAddress }, CancellationToken.None);

        (engine.SocketPath, engine.ApiVersion).Should().Be((null, "1.41"));
    }

    [Fact]
    public async Task When_none_answers_one_line_says_what_was_tried_and_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("nv");
        try
        {
            var deaf = Path.Combine(folder.FullName, "deaf.sock");
            using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                socket.Bind(new UnixDomainSocketEndPoint(deaf));

                var connect = () => ContainerEngine.ConnectAsync([EngineEndpoint.Socket("/no/such.sock"), EngineEndpoint.Socket(deaf), EngineEndpoint.Parse("tcp://127.0.0.1:1")], new EngineOptions(), CancellationToken.None);

                (await connect.Should().ThrowAsync<EngineException>()).Which.Message.Should().Be(
                    "No container engine to work with; tried no socket at unix:///no/such.sock (start the engine); "
                    + $"connection refused at unix://{deaf} (nothing listens there; start the engine); connection refused at tcp://127.0.0.1:1 (nothing listens there; start the engine). "
                    + "Start it, or run `./validate` as root on Debian or Ubuntu, which installs and starts one, or set DOCKER_HOST.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Permission_denied_names_the_group() =>
        EngineErrors.Reason(EngineEndpoint.Socket("/var/run/docker.sock"), new HttpRequestException("x", new SocketException((int)SocketError.AccessDenied)))
            .Should().Be("permission denied at unix:///var/run/docker.sock (run as root or as a member of the socket's group, usually docker)");

    private static Func<string, string?> Variables(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
