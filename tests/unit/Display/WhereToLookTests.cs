using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Tests.Unit.Reports;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class WhereToLookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nv-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_as_expected_names_its_folder_only() => Lines().Should().Equal($"result: {_folder.FullName}");

    [Fact]
    public void Trouble_names_what_explains_it_the_logs_and_the_report()
    {
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("logs").FullName, "a.log"), "");
        File.WriteAllText(Path.Combine(_folder.FullName, "report.html"), "");

        Lines("CacheDown").Should().Equal("look: ./validate explain CacheDown", $"look: {_folder.FullName}/logs/a.log", $"report: {_folder.FullName}/report.html", $"result: {_folder.FullName}");
    }

    private string[] Lines(params string[] troubled) =>
        PlainConsole.Of(160, c => WhereToLook.Write(c, _folder.FullName, troubled)).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
