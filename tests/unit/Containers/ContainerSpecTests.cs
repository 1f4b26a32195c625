using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Tests.Unit.Containers;

public sealed class ContainerSpecTests
{
    private static readonly ContainerSpec Bare = new() { Image = "i:1", Name = "web" };

    [Fact]
    public void Every_with_method_returns_a_changed_copy()
    {
        var changed = Bare.WithCommand("a", "b").WithEntrypoint("e").WithEnvironment("K", "V").WithLabel("l", "1").WithPortBinding(80)
            .WithResourceMapping("text", "/f", UnixFileMode.UserRead).WithBindMount("/h", "/c", readOnly: true).WithTmpfsMount("/t:size=1m")
            .WithCapability("NET_ADMIN").WithUser("7").WithMemoryLimit(1 << 24).WithCpuLimit(0.25).WithWaitStrategy(Wait.ForPort(80));

        Bare.Command.Should().BeEmpty();
        Bare.Labels.Should().BeEmpty();
        changed.Command.Should().Equal("a", "b");
        changed.Binds.Should().Equal("/h:/c:ro");
        changed.Files.Should().ContainSingle().Which.Mode.Should().Be(UnixFileMode.UserRead);
        changed.Waits.Should().ContainSingle().Which.Timeout.Should().Be(Wait.DefaultTimeout);
    }

    [Fact]
    public void The_request_has_limits_in_the_engine_s_units_and_no_network_by_default()
    {
        var host = CreateRequest.Of(Bare.WithMemoryLimit(1 << 24).WithCpuLimit(0.25).WithTmpfsMount("/t:size=1m").WithTmpfsMount("/u"))["HostConfig"]!.AsObject();

        host["Memory"]!.GetValue<long>().Should().Be(1 << 24);
        host["MemorySwap"]!.GetValue<long>().Should().Be(1 << 24);
        host["NanoCpus"]!.GetValue<long>().Should().Be(250_000_000);
        host["NetworkMode"]!.GetValue<string>().Should().Be("none");
        CreateRequest.Of(Bare)["NetworkDisabled"]!.GetValue<bool>().Should().BeTrue();
        host["Tmpfs"]!.ToJsonString().Should().Be("""{"/t":"size=1m","/u":""}""");
        host["LogConfig"]!.ToJsonString().Should().Be("""{"Type":"json-file","Config":{"max-size":"10m"}}""");
    }

    [Fact]
    public void The_request_has_the_names_and_the_weight_that_were_given()
    {
        var host = CreateRequest.Of(Bare.WithExtraHost("redis", "10.0.0.2") with { CpuShares = 2048 })["HostConfig"]!.AsObject();

        host["ExtraHosts"]!.ToJsonString().Should().Be("""["redis:10.0.0.2"]""");
        host["CpuShares"]!.GetValue<int>().Should().Be(2048);
        CreateRequest.Of(Bare)["HostConfig"]!.AsObject().Should().NotContainKey("ExtraHosts").And.NotContainKey("CpuShares");
    }

    [Fact]
    public void Names_belong_to_the_container_whose_network_is_shared() =>
        (Bare.WithExtraHost("redis", "10.0.0.2") with { NetworkNamespaceOf = "holder" }).Invoking(s => s.Validate())
            .Should().Throw<ArgumentException>().WithMessage("*shares the network namespace of holder*extra hosts*");

    [Fact]
    public void Without_limits_and_command_the_engine_is_not_told_any()
    {
        var body = CreateRequest.Of(Bare with { NetworkNamespaceOf = "holder" });

        body["HostConfig"]!.AsObject().Should().NotContainKey("Memory").And.NotContainKey("NanoCpus");
        body.Should().NotContainKey("Cmd").And.NotContainKey("Entrypoint").And.NotContainKey("User");
        body["HostConfig"]!["NetworkMode"]!.GetValue<string>().Should().Be("container:holder");
    }

    [Fact]
    public void Everything_that_cannot_work_is_reported_at_once()
    {
        var wrong = new ContainerSpec { Image = " ", Name = "a b", NetworkNamespaceOf = "holder", PublishedPorts = [0] }
            .WithTmpfsMount("t").WithResourceMapping("x", "relative").WithMemoryLimit(1).WithCpuLimit(0);

        FluentActions.Invoking(wrong.Validate).Should().Throw<ArgumentException>().Which.Message.Should()
            .StartWith("Container 'a b' cannot be created: the name 'a b'").And.Contain("no image").And.Contain("shares the network namespace of holder").And.Contain("published port 0")
            .And.Contain("'relative' is not absolute").And.Contain("'t' is not absolute").And.Contain("memory limit of 1 bytes").And.Contain("CPU limit of 0 cores");
        FluentActions.Invoking(Bare.Validate).Should().NotThrow();
        FluentActions.Invoking(Bare.WithPortBinding(80).Validate).Should().Throw<ArgumentException>().WithMessage("*joins no network*");
    }
}
