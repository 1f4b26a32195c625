using System.Text.Json.Nodes;

namespace NovaCron.Validation.Tests.Stack.StandIns;

/// <summary>The role <c>reaper</c> as a process of its own, with the machine's engine.</summary>
public sealed class ReaperStandInTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task Leaves_a_run_alone_while_it_beats_and_removes_it_when_it_stops()
    {
        var heartbeat = Path.GetTempFileName();
        var id = await fixture.Engine.CreateAsync($"{fixture.Run}-victim", new JsonObject
        {
            ["Image"] = fixture.Image,
            ["Cmd"] = new JsonArray("sleep", "infinity"),
            ["Labels"] = new JsonObject { [EngineFixture.Label] = fixture.Run },
            ["HostConfig"] = new JsonObject { ["NetworkMode"] = fixture.Network },
        }, CancellationToken.None);
        await fixture.Engine.StartAsync(id, CancellationToken.None);
        await using var reaper = new StandInProcess("reaper", new Dictionary<string, string>
        {
            ["RUN_LABEL"] = $"{EngineFixture.Label}={fixture.Run}",
            ["HEARTBEAT_FILE"] = heartbeat,
            ["GRACE_SECONDS"] = "3",
        });
        using (var beats = new PeriodicTimer(TimeSpan.FromSeconds(1)))
        {
            for (var beat = 0; beat < 6; beat++)
            {
                File.SetLastWriteTimeUtc(heartbeat, TimeProvider.System.GetUtcNow().UtcDateTime);
                await beats.WaitForNextTickAsync();
            }
        }
        (await LeftAsync()).Should().Be((1, 1), reaper.Output);

        (await reaper.ExitCodeAsync(TimeSpan.FromSeconds(40))).Should().Be(0, reaper.Output);

        (await LeftAsync()).Should().Be((0, 0));
        reaper.Output.Should().Contain($"remove the container {fixture.Run}-victim").And.Contain("nothing is left");
        File.Delete(heartbeat);
    }

    private async Task<(int Containers, int Networks)> LeftAsync() => (
        (await fixture.Engine.ListAsync(EngineFixture.Label, fixture.Run, CancellationToken.None)).Count,
        (await fixture.Engine.ListNetworksAsync(EngineFixture.Label, fixture.Run, CancellationToken.None)).Count);
}
