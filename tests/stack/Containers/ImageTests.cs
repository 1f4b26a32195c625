using System.Formats.Tar;
using System.Text;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Containers;

[Collection(EngineTests.Name)]
public sealed class ImageTests(EngineFixture fixture)
{
    private static readonly Dictionary<string, string> NoArguments = [];

    private static CancellationToken None => CancellationToken.None;

    public static MemoryStream Context(string dockerfile)
    {
        var context = new MemoryStream();
        using (var writer = new TarWriter(context, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "Dockerfile") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(dockerfile)) });
        }

        context.Position = 0;
        return context;
    }

    [Fact]
    public async Task A_build_reports_its_output_and_passes_arguments()
    {
        var lines = new Lines();
        var greeting = $"a b&c {fixture.Run}";
        var image = fixture.ImageName("built");
        await using var context = Context($"FROM {fixture.Image}\nARG GREETING\nRUN echo built with $GREETING | cat > /greeting && cat /greeting\n");

        await fixture.Engine.BuildImageAsync(context, image, new Dictionary<string, string> { ["GREETING"] = greeting }, lines, None);

        lines.All.Should().Contain($"built with {greeting}").And.NotContain("");
        var result = await fixture.Engine.RunAsync(fixture.Shell("built", "cat /greeting") with { Image = image }, TimeSpan.FromSeconds(30), None);
        result.Stdout.Should().Be($"built with {greeting}\n");
    }

    [Fact]
    public async Task A_failed_build_shows_the_last_lines_only()
    {
        await using var context = Context($"FROM {fixture.Image}\nRUN for i in $(seq 100); do echo step-$i-; done; exit 4\n");

        var build = () => fixture.Engine.BuildImageAsync(context, "novacron-validation-test/broken:1", NoArguments, null, None);

        (await build.Should().ThrowAsync<EngineException>()).Which.Message.Should().Contain("non-zero code: 4").And.Contain("step-100-").And.NotContain("step-60-");
        (await fixture.Engine.ImageExistsAsync("novacron-validation-test/broken:1", None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_tar_without_a_dockerfile_and_bytes_that_are_no_tar_are_refused()
    {
        await using var empty = new MemoryStream(new byte[1024]);
        (await fixture.Engine.Invoking(e => e.BuildImageAsync(empty, "novacron-validation-test/broken:1", NoArguments, null, None)).Should().ThrowAsync<EngineException>())
            .Which.Message.Should().Contain("Dockerfile");

        await using var noise = new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 4096)));
        (await fixture.Engine.Invoking(e => e.ImportImageAsync(noise, "novacron-validation-test/broken:1", None)).Should().ThrowAsync<EngineException>())
            .Which.Message.Should().Contain("import image");
    }

    [Fact]
    public async Task A_pull_from_a_registry_that_does_not_answer_is_false()
    {
        (await fixture.Engine.TryPullAsync("127.0.0.1:9/novacron/none:1", TimeSpan.FromSeconds(20), None)).Should().BeFalse();
        (await fixture.Engine.ImageExistsAsync("127.0.0.1:9/novacron/none:1", None)).Should().BeFalse();
        (await fixture.Engine.ImageExistsAsync(fixture.Image, None)).Should().BeTrue();
    }

    [Fact]
    public async Task An_image_can_have_a_second_name_and_lose_it()
    {
        var second = fixture.ImageName("second");

        await fixture.Engine.TagImageAsync(fixture.Image, second, None);

        (await fixture.Engine.ImageExistsAsync(second, None)).Should().BeTrue();
        await fixture.Engine.RemoveImageAsync(second, None);
        await fixture.Engine.RemoveImageAsync(second, None);
        (await fixture.Engine.ImageExistsAsync(second, None)).Should().BeFalse();
        (await fixture.Engine.ImageExistsAsync(fixture.Image, None)).Should().BeTrue();
        (await fixture.Engine.Invoking(e => e.TagImageAsync("novacron-validation-test/none:0", "novacron-validation-test/x:1", None)).Should().ThrowAsync<EngineException>())
            .Which.StatusCode.Should().Be(404);
    }

    private sealed class Lines : IProgress<string>
    {
        public List<string> All { get; } = [];

        public void Report(string value) => All.Add(value);
    }
}
