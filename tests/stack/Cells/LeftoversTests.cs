using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Tests.Stack.Containers;

namespace NovaCron.Validation.Tests.Stack.Cells;

/// <summary>Tests that sweep: other tests' containers may belong to runs that give no signs of life.</summary>
[CollectionDefinition(nameof(SweepAlone), DisableParallelization = true)]
public sealed class SweepAlone
{
}

/// <summary>What a starting run sweeps away, and what it leaves alone.</summary>
[Collection(nameof(SweepAlone))]
public sealed class LeftoversTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private readonly string _run = $"t{Guid.NewGuid():n}"[..12];

    [Fact]
    public async Task What_gives_signs_of_life_stays_and_goes_when_they_end()
    {
        var container = await fixture.Engine.StartAsync(
            new ContainerSpec { Image = fixture.Image, Name = $"nv-{_run}-sweep", Entrypoint = ["sleep"], Command = ["60"], Labels = RunLabels.OfRun(_run) }, CancellationToken.None);
        await using (Heartbeat.Start(_run, TimeProvider.System))
        {
            await SweepAsync();
            (await ContainersAsync()).Should().ContainSingle().Which.Id.Should().Be(container.Id);
        }

        await SweepAsync();

        (await ContainersAsync()).Should().BeEmpty();
    }

    private Task SweepAsync() => Leftovers.SweepAsync(fixture.Engine, TimeProvider.System, CancellationToken.None);

    private Task<IReadOnlyList<ContainerSummary>> ContainersAsync() => fixture.Engine.ListContainersAsync(RunLabels.OfRun(_run), CancellationToken.None);
}
