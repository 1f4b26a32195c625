using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Fakes;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class PlainDisplayTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    [Fact]
    public async Task Each_step_is_a_line_with_the_seconds_since_the_start()
    {
        await using var display = new PlainDisplay(_output, _time);

        display.Step("connecting");
        _time.Advance(TimeSpan.FromSeconds(12.34));
        display.Report(new CellProgress("ServiceDown", "quiet phase", TimeSpan.FromSeconds(36)));
        _time.Advance(TimeSpan.FromSeconds(1000));
        display.Report(new CellProgress("ServiceDown", "done", TimeSpan.Zero));

        _output.ToString().Should().Be(
            """
               0.0 s  connecting
              12.3 s  ServiceDown: quiet phase (up to 36 s)
            1012.3 s  ServiceDown: done

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Lines_of_cells_side_by_side_do_not_mix()
    {
        await using var display = new PlainDisplay(_output, _time);

        Parallel.For(0, 200, i => display.Report(new CellProgress($"alert{i}", "phase", TimeSpan.Zero)));

        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(200)
            .And.AllSatisfy(line => line.Should().MatchRegex(@"^   0\.0 s  alert\d+: phase$"));
    }

    [Fact]
    public async Task What_is_said_twice_in_a_row_is_written_once()
    {
        await using var display = new PlainDisplay(_output, _time);

        display.Step("connecting");
        display.Step("connecting");
        display.Step("starting");
        display.Step("connecting");

        _output.ToString().Should().Be("   0.0 s  connecting\n   0.0 s  starting\n   0.0 s  connecting\n");
    }

    [Fact]
    public async Task The_end_of_a_cell_says_how_it_ended_how_many_are_done_and_what_is_left()
    {
        await using var display = new PlainDisplay(_output, _time);

        display.Plan(new RunPlan([new CellPlan("A", TimeSpan.FromSeconds(10)), new CellPlan("B", TimeSpan.FromSeconds(60))], 2));
        display.End(new CellEnd("A", Verdict.Works, false, "works"));
        display.End(new CellEnd("B", Verdict.Inconclusive, false, "fault failed: \u001b[2J\nno"));

        _output.ToString().Should().Be("   0.0 s  A: judged: works (1 of 2 done, about 75 s left)\n   0.0 s  B: judged: fault failed: <U+001B>[2J no (2 of 2 done)\n");
    }
}
