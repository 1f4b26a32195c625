using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class RunFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("novacron-validation-test-").FullName;

    [Fact]
    public async Task A_folder_with_the_result_alone_is_read()
    {
        await RunJson.WriteAsync(folder, Result, CancellationToken.None);

        var read = await RunFolder.ReadAsync(folder, CancellationToken.None);

        read.Result.RunId.Should().Be("r1");
        read.Signals.Alerts.Should().BeEmpty();
        read.Notifications.Should().BeEmpty();
    }

    [Fact]
    public async Task Messages_are_read_as_they_were_written()
    {
        var request = new ReceivedRequest(
            3, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "hooks.slack.com", "POST", "/services/x", ImmutableSortedDictionary<string, string>.Empty, "{\"text\":\"a\\nb\"}", 200);
        await RunJson.WriteAsync(folder, Result, CancellationToken.None);
        await NotificationsJsonl.WriteAsync(folder, [("cache-down", request)], CancellationToken.None);

        var read = await RunFolder.ReadAsync(folder, CancellationToken.None);

        read.Notifications.Should().ContainSingle().Which.Should().BeEquivalentTo(("cache-down", request));
    }

    [Fact]
    public async Task Blind_spots_in_the_same_folder_are_read_too()
    {
        await RunJson.WriteAsync(folder, Result, CancellationToken.None);
        (await RunFolder.ReadAsync(folder, CancellationToken.None)).BlindSpots.Should().BeNull();

        await File.WriteAllTextAsync(Path.Combine(folder, BlindSpotsJson.FileName), BlindSpotsJson.Serialize(new BlindSpotsResult { RunId = "b1", Configuration = "documented", TimeScale = 5 }));
        (await RunFolder.ReadAsync(folder, CancellationToken.None)).BlindSpots!.RunId.Should().Be("b1");

        await File.WriteAllTextAsync(Path.Combine(folder, BlindSpotsJson.FileName), "{\"schema\":\"x\",\"runId\":\"b\",\"configuration\":\"c\",\"timeScale\":1}");
        await FluentActions.Awaiting(() => RunFolder.ReadAsync(folder, CancellationToken.None)).Should().ThrowAsync<JsonException>().WithMessage("expected a result of schema *, found x*");
    }

    [Fact]
    public async Task A_broken_message_is_named_by_its_line()
    {
        await RunJson.WriteAsync(folder, Result, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, NotificationsJsonl.FileName), "\n{\"time\":\"no\"}\n");

        await FluentActions.Awaiting(() => RunFolder.ReadAsync(folder, CancellationToken.None)).Should().ThrowAsync<JsonException>().WithMessage("notifications.jsonl:2: *");
    }

    [Fact]
    public async Task A_folder_without_a_result_is_refused() =>
        await FluentActions.Awaiting(() => RunFolder.ReadAsync(folder, CancellationToken.None)).Should().ThrowAsync<IOException>();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RunResult Result => new() { RunId = "r1", Configuration = "corrected", TimeScale = 25 };
}
