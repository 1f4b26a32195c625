using System.Diagnostics;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

/// <summary>Whatever lies in a folder under the name of a file, reading the folder ends.</summary>
public sealed class ConfigurationFolderReaderTests : IDisposable
{
    private const string NoFile = "a.yml:1:1: this is a pipe, a device or a socket, and what it would give may never end; put a file there";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("novacron-validation-test-");

    public ConfigurationFolderReaderTests() => File.WriteAllText(Path.Combine(_folder.FullName, "rules.yml"), Fixtures.MinimalRules);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        using (var made = Process.Start("mkfifo", [Inside("a.yml")]))
        {
            made.WaitForExit();
        }

        Unreadable().Should().Equal(NoFile);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_refused(string device)
    {
        File.CreateSymbolicLink(Inside("a.yml"), device);

        Unreadable().Should().Equal(NoFile);
    }

    [Fact]
    public void A_link_to_itself_and_one_to_nothing_are_told()
    {
        File.CreateSymbolicLink(Inside("a.yml"), Inside("a.yml"));
        File.CreateSymbolicLink(Inside("b.yml"), "/nowhere/at/all");

        Unreadable().Should().HaveCount(2).And.OnlyContain(m => m.StartsWith(_folder.FullName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("/")]
    public void A_link_to_a_folder_around_it_is_not_followed(string target)
    {
        Directory.CreateSymbolicLink(Inside("a.yml"), target);

        Read().RuleFiles.Select(f => f.Path).Should().Equal("rules.yml");
    }

    [Fact]
    public void A_link_to_another_folder_is_followed()
    {
        var other = Directory.CreateTempSubdirectory("novacron-validation-test-");
        File.WriteAllText(Path.Combine(other.FullName, "b.yml"), Fixtures.MinimalRules);
        Directory.CreateSymbolicLink(Inside("more"), other.FullName);

        Read().RuleFiles.Select(f => f.Path).Should().Equal("more/b.yml", "rules.yml");
        other.Delete(recursive: true);
    }

    [Fact]
    public void An_empty_file_is_none_of_a_configuration()
    {
        File.WriteAllText(Inside("a.yml"), "");

        (Unreadable(), Read().RuleFiles.Length).Should().BeEquivalentTo((Array.Empty<string>(), 1));
    }

    [Fact]
    public void A_name_that_would_write_to_the_terminal_is_shown_as_code_points()
    {
        File.WriteAllText(Inside("\u001b[31ma\nb.yml"), "groups: 5\n");

        Unreadable().Should().Equal("<U+001B>[31ma b.yml:1:9: 'groups' must be a list but is '5'; begin each entry with '- '");
    }

    private string Inside(string name) => Path.Combine(_folder.FullName, name);

    private ConfigurationFolder Read() => ConfigurationFolder.Load(_folder.FullName);

    private string[] Unreadable() => [.. Read().Unreadable.Select(e => e.Message)];
}
