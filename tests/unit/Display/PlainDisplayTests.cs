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
}
