using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Configuration;

public sealed class ForetoldBlindSpotsTests
{
    private const string Entry = "- {spot: a, outcome: nobody, because: so}\n";

    [Fact]
    public void Reads_an_entry() => Load("blind_spots:\n" + Entry).Entries.Should().Equal(
        new ForetoldBlindSpot("a", "nobody", "so", new SourcePosition("blind-spots.yaml", 2, 3)));

    [Fact]
    public void Where_there_is_no_file_nothing_is_foretold() => Load(null).Entries.Should().BeEmpty();

    [Theory]
    [InlineData("blind_spot: []", "blind-spots.yaml:1:1: blind-spots.yaml knows no 'blind_spot'; it knows blind_spots")]
    [InlineData("blind_spots:\n- {outcome: told}", "blind-spots.yaml:2:3: an entry has no 'spot'; add one")]
    [InlineData("blind_spots:\n- {spot: a, outcome: blind}", "blind-spots.yaml:2:22: a has the outcome 'blind', which is unknown; the outcomes are told, late, symptom, wrong, nobody")]
    [InlineData("blind_spots:\n- {spot: a, outcome: told}", "blind-spots.yaml:2:3: the entry of a has no 'because'; add one")]
    [InlineData("blind_spots:\n" + Entry + Entry, "blind-spots.yaml:3:3: a is foretold on line 2 already; say it once")]
    public void Says_where_it_is_wrong(string text, string message) =>
        FluentActions.Invoking(() => Load(text)).Should().Throw<ConfigurationException>().WithMessage(message);

    private static ForetoldBlindSpots Load(string? text)
    {
        var folder = Directory.CreateTempSubdirectory("novacron-validation-test-");
        try
        {
            if (text is not null)
            {
                File.WriteAllText(Path.Combine(folder.FullName, ForetoldBlindSpots.FileName), text);
            }

            return ForetoldBlindSpots.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
