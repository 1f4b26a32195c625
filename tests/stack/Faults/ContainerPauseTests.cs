using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class ContainerPauseTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FaultFixture _faults = new();
    private Container _redis = null!;

    public async Task InitializeAsync()
    {
        await _faults.InitializeAsync();
        (_redis, _) = await _faults.StartServerAsync(_faults.Spec(TestImages.Redis, "redis"), 6379);
    }

    public Task DisposeAsync() => _faults.DisposeAsync();

    [Fact]
    public async Task The_server_is_frozen_until_rolled_back_and_serves_again()
    {
        await using var fault = Fault();

        await fault.InjectAsync(None);
        var effect = await fault.VerifyEffectiveAsync(None);
        await fault.RollBackAsync(None);
        await fault.VerifyGoneAsync(None);

        effect.Evidence.Should().Contain("is paused");
        (await _redis.ExecAsync(["redis-cli", "ping"], None)).Stdout.Should().StartWith("PONG");
    }

    [Fact]
    public async Task Somebody_else_who_thaws_it_takes_the_fault_away()
    {
        await using var fault = Fault();
        await fault.InjectAsync(None);

        await _redis.UnpauseAsync(None);

        await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>().WithMessage("*lost its effect*is running*");
    }

    private ContainerPause Fault() => new(new ContainerKillOptions { Engine = _faults.Engine, ContainerId = _redis.Id, What = "Redis", Serves = ["redis-cli", "ping"] });
}
