using NovaCron.Validation.StandIns.Reaper;

namespace NovaCron.Validation.Tests.Unit.StandIns.Reaper;

public sealed class RunRemovalTests
{
    private readonly FakeEngine engine = new();
    private readonly List<string> said = [];

    [Fact]
    public async Task Removes_the_run_with_what_creates_again_first_and_itself_last()
    {
        engine.AddListed("postgres", "run", "one", "");
        engine.AddListed("reaper", "run", "one", "", "reaper");
        engine.AddListed("app", "run", "one", "container:sandbox");
        engine.AddListed("kube", "run", "one", "", "kubernetes");
        engine.AddListed("foreign", "run", "two", "");
        engine.AddNetwork("cell");

        await new RunRemoval(engine, "run", "one", said.Add, TimeProvider.System).RunAsync(CancellationToken.None);

        engine.Removed.Should().Equal("kube", "app", "postgres", "network cell", "reaper");
        engine.Names.Should().Equal("foreign");
        said.Should().Contain("remove the container postgres");
    }

    [Fact]
    public async Task Tries_again_what_the_engine_refuses()
    {
        engine.AddListed("postgres", "run", "one", "");
        engine.RefuseRemovals = 1;

        await new RunRemoval(engine, "run", "one", said.Add, TimeProvider.System).RunAsync(CancellationToken.None);

        engine.Removed.Should().Equal("postgres");
        said.Should().Contain(line => line.StartsWith("could not remove the container postgres", StringComparison.Ordinal));
    }
}
