using System.Runtime.CompilerServices;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Reports;

namespace NovaCron.Validation.Tests.Unit.Checks;

public sealed class RoutingSamplesTests
{
    private static readonly string[] Families = ["inhibition/", "logs/", "message/", "receiver/", "route/", "template/"];

    // What is held here was looked at, finding by finding: each is true of its file.
    [Theory]
    [InlineData("kubernetes")]
    [InlineData("databases")]
    [InlineData("templates")]
    public void Of_configurations_as_other_projects_have_them_only_what_is_so_is_said(string sample) => Golden.Compare(Say(sample), $"samples/routing/{sample}.txt");

    // A file that is cut, doubled or mixed up is read or refused; no check stumbles over it, and each place is one of the file.
    [Theory]
    [InlineData("kubernetes")]
    [InlineData("databases")]
    [InlineData("templates")]
    public void Whatever_a_file_holds_no_check_fails(string sample)
    {
        var files = Directory.EnumerateFiles(FolderOf(sample), "*", SearchOption.AllDirectories).Select(f => (Name: Path.GetRelativePath(FolderOf(sample), f), Text: File.ReadAllText(f))).ToList();
        var read = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            if (Subject([.. files.Select(f => (f.Name, Mangle(f.Text, random)))]) is not { } subject)
            {
                continue;
            }

            read++;
            var lines = new[] { subject.Folder.Alertmanager?.File, subject.Folder.Promtail?.File }.OfType<ConfigurationFile>().Concat(subject.Folder.RuleFiles.Select(r => r.File)).Concat(subject.Folder.TemplateFiles)
                .ToDictionary(f => f.Name, f => f.Text.Split('\n'));
            Own().SelectMany(c => c.Find(subject)).Where(f => !lines.TryGetValue(f.Position.File, out var text) || !IsIn(f, text)).Should().BeEmpty($"seed {seed}");
        }

        read.Should().BeGreaterThan(50);
    }

    private static bool IsIn(Finding finding, string[] lines) => finding.Position is { Line: > 0, Column: > 0 } at
        && at.Line <= lines.Length && at.Column <= lines[at.Line - 1].Length + 1 && at.Column + finding.Length - 1 <= lines[at.Line - 1].Length;

    private static CheckSubject? Subject(IReadOnlyList<(string Name, string Text)> files)
    {
        try
        {
            return CheckedText.Subject([], files);
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    private static string Mangle(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    lines.Add("");
                    break;
                case 1:
                    lines[at] += lines[random.Next(lines.Count)].Trim();
                    break;
                case 2:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                case 3:
                    lines[at] = lines[at].Replace("}}", "", StringComparison.Ordinal).Replace("severity", "team", StringComparison.Ordinal);
                    break;
                default:
                    lines[at] = lines[at].Replace(" }}", " | print }} {{ $labels.x }} {{ .GroupLabels.x }}", StringComparison.Ordinal).Replace("by (", "by (x, ", StringComparison.Ordinal);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<ICheck> Own() => CheckCatalogue.All.Where(c => Families.Any(f => c.Name.StartsWith(f, StringComparison.Ordinal)));

    private static string FolderOf(string sample, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "samples", "routing", sample);

    private static string Say(string sample)
    {
        var subject = new CheckSubject(ConfigurationFolder.Load(FolderOf(sample)), []);
        subject.Folder.Unreadable.Should().BeEmpty();
        var findings = Own().SelectMany(c => CheckedText.Say(c, subject));
        return string.Join('\n', findings.Order(StringComparer.Ordinal)) + "\n";
    }
}
