using System.Diagnostics;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class GitTreeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("novacron-validation-test-");

    public GitTreeTests()
    {
        Directory.CreateDirectory(Path.Combine(Top, "inner"));
        File.WriteAllText(Path.Combine(Top, "inner", "a.yml"), "groups: []\n");
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "m");
    }

    private string Top => Path.Combine(_folder.FullName, "top");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Gives_the_folders_own_files_of_a_revision()
    {
        await GitTree.ExtractAsync(Path.Combine(Top, "inner"), "HEAD", Destination(), CancellationToken.None);

        Directory.GetFileSystemEntries(Destination()).Select(Path.GetFileName).Should().Equal("a.yml");
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_told_of_the_folder_that_was_asked_for()
    {
        var asked = Path.Combine(Top, "inner");

        (await FluentActions.Awaiting(() => GitTree.ExtractAsync(asked, "nowhere", Destination(), CancellationToken.None)).Should().ThrowAsync<UsageException>())
            .WithMessage($"--against nowhere is no folder, and git knows no such state of {asked}: *");
    }

    private string Destination() => Directory.CreateDirectory(Path.Combine(_folder.FullName, "unpacked")).FullName;

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Top, .. arguments]))!;
        git.WaitForExit();
        git.ExitCode.Should().Be(0);
    }
}
