using NovaCron.Validation.Environments;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class RunOptionsTests
{
    [Fact]
    public void Defaults_name_the_documented_configuration_and_every_scenario()
    {
        var options = Parse();

        options.ConfigurationFolder.Should().EndWith(Path.Combine("environments", "monitoring", "documented"));
        options.Scenarios.Should().HaveCount(ScenarioCatalogue.All.Length);
        options.Scale.Factor.Should().Be(25);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("7.3")]
    [InlineData("301")]
    [InlineData("fast")]
    public void A_time_scale_that_is_no_whole_number_in_range_is_refused(string scale) =>
        FluentActions.Invoking(() => Parse(timeScale: scale)).Should().Throw<UsageException>()
            .WithMessage($"--time-scale {scale} is no whole number from 1 to 300; 25 is the default, 1 runs in documented time");

    [Fact]
    public void An_unknown_alert_is_answered_with_the_nearest_names() =>
        FluentActions.Invoking(() => Parse(alerts: ["ServiceDwon"])).Should().Throw<UsageException>()
            .WithMessage("there is no scenario for an alert ServiceDwon; did you mean ServiceDown or *");

    [Fact]
    public void Alerts_are_selected_by_name_whatever_the_case() =>
        Parse(alerts: ["servicedown"]).Scenarios.Should().ContainSingle().Which.Contract.Alert.Should().Be("ServiceDown");

    [Fact]
    public void A_configuration_that_is_no_folder_is_refused() =>
        FluentActions.Invoking(() => Parse(configuration: "/no/such/folder")).Should().Throw<UsageException>().WithMessage("--config /no/such/folder is no folder; *");

    [Theory]
    [InlineData("prometheus")]
    [InlineData("prometheus=")]
    [InlineData("grafana=grafana/grafana:12")]
    public void An_image_without_reference_or_of_an_unknown_name_is_refused(string image) =>
        FluentActions.Invoking(() => Parse(images: [image])).Should().Throw<UsageException>().WithMessage($"--image {image.Split('=')[0]}*");

    [Fact]
    public void An_image_is_taken_by_name() =>
        Parse(images: ["novacron-api=registry/novacron:1.6"]).Images.Should().ContainKey("novacron-api").WhoseValue.Should().Be("registry/novacron:1.6");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_number_of_cells_below_one_is_refused(string cells) =>
        FluentActions.Invoking(() => Parse(cells: cells)).Should().Throw<UsageException>().WithMessage($"--cells {cells} *");

    private static RunOptions Parse(
        string configuration = "documented", string[]? alerts = null, string timeScale = "25", string? cells = null, string[]? images = null) =>
        RunOptions.Parse(ProjectRoot.Find(), configuration, alerts ?? [], timeScale, "trixie", cells, images ?? [], null);
}
