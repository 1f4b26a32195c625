using System.Runtime.Versioning;
using System.Text;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Tests.Unit.RuleTesting;

[SupportedOSPlatform("linux")]
public sealed class HostRuleTesterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("novacron-validation-promtool-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_path_without_it_has_none() => (await HostRuleTester.FindAsync($"/nowhere:{_folder.FullName}", CancellationToken.None)).Should().BeNull();

    [Fact]
    public async Task It_tells_its_version_and_where_it_is()
    {
        Install("echo 'promtool, version 2.53.3'");

        (await FindAsync()).Description.Should().Be($"promtool, version 2.53.3 at {Path.Combine(_folder.FullName, "promtool")}");
    }

    [Fact]
    public async Task It_runs_in_a_folder_with_its_files_and_nothing_of_the_environment()
    {
        Install("[ \"$1\" = --version ] && exit 0; echo \"$*\"; /usr/bin/cat rules.yml; echo; /usr/bin/env | /usr/bin/cut -d= -f1 | /usr/bin/sort; echo failed >&2; exit 1");
        var tester = await FindAsync();

        var output = await tester.TestAsync(Files(), CancellationToken.None);

        output.Should().StartWith("test rules a.yml b.yml\ngroups: []\n").And.EndWith("failed\n").And.Contain("TMPDIR").And.NotContain("DOTNET");
    }

    [Fact]
    public async Task One_that_does_not_run_is_told()
    {
        Install("echo 'cannot open shared object' >&2; exit 127");

        await FluentActions.Awaiting(FindAsync).Should().ThrowAsync<RuleTesterException>().WithMessage("*promtool --version ended with exit code 127: cannot open shared object; mend it*");
    }

    [Fact]
    public async Task One_that_cannot_be_started_is_told()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "promtool"), "no program");

        await FluentActions.Awaiting(FindAsync).Should().ThrowAsync<RuleTesterException>().WithMessage("*could not be started*");
    }

    [Fact]
    public async Task Cancelled_it_ends_at_once()
    {
        Install("[ \"$1\" = --version ] || /usr/bin/sleep 60");
        var tester = await FindAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await FluentActions.Awaiting(() => tester.TestAsync(Files(), soon.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    private static RuleTestFiles Files() => new([new("rules.yml", Encoding.UTF8.GetBytes("groups: []\n"))], [new("a.yml", default), new("b.yml", default)]);

    private async Task<HostRuleTester> FindAsync() => (await HostRuleTester.FindAsync(_folder.FullName, CancellationToken.None))!;

    private void Install(string script)
    {
        var file = Path.Combine(_folder.FullName, "promtool");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
