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

    private static string Say(string sample, [CallerFilePath] string caller = "")
    {
        var subject = new CheckSubject(ConfigurationFolder.Load(Path.Combine(Path.GetDirectoryName(caller)!, "samples", "routing", sample)), []);
        subject.Folder.Unreadable.Should().BeEmpty();
        var findings = CheckCatalogue.All.Where(c => Families.Any(f => c.Name.StartsWith(f, StringComparison.Ordinal))).SelectMany(c => CheckedText.Say(c, subject));
        return string.Join('\n', findings.Order(StringComparer.Ordinal)) + "\n";
    }
}
