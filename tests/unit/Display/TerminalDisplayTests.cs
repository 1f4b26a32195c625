using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Fakes;
using NovaCron.Validation.Tests.Unit.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class TerminalDisplayTests
{
    private const string Hide = "\u001b[?25l";
    private const string Show = "\u001b[?25h";
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task The_cursor_is_hidden_once_and_shown_at_the_end()
    {
        var text = await DrawnAsync(_ => { });

        text.Split(Hide).Should().HaveCount(2);
        text.Should().EndWith(Show);
    }

    [Fact]
    public async Task A_run_that_ends_leaves_its_place_to_its_result()
    {
        var text = await DrawnAsync(d => d.Complete());

        text.Should().EndWith($"\u001b[J{Show}").And.Contain("ServiceDown");
        AfterLastClear(text).Should().NotContain("ServiceDown");
    }

    [Fact]
    public async Task A_run_that_is_interrupted_leaves_its_last_state()
    {
        var text = await DrawnAsync(d => d.Interrupt());

        text[text.LastIndexOf("\u001b[?7l", StringComparison.Ordinal)..].Should().Contain("ServiceDown").And.Contain("interrupted: rolling the faults back").And.NotContain(" left");
    }

    [Fact]
    public async Task Without_colours_only_the_cursor_is_moved() =>
        (await DrawnAsync(_ => { })).Should().NotMatchRegex("\u001b\\[[0-9;]*m");

    private static string AfterLastClear(string text) => text[text.LastIndexOf('\r')..];

    private Task<string> DrawnAsync(Action<TerminalDisplay> last) => PlainConsole.OfAsync(80, console => DrawAsync(console, last));

    private async Task DrawAsync(IAnsiConsole console, Action<TerminalDisplay> last)
    {
        await using var display = new TerminalDisplay(console, _time);
        display.Plan(new RunPlan([new CellPlan("ServiceDown", TimeSpan.FromSeconds(60))], 1));
        display.Report(new CellProgress("ServiceDown", "quiet phase", TimeSpan.FromSeconds(36)));
        _time.Advance(TimeSpan.FromSeconds(1));
        last(display);
    }
}
