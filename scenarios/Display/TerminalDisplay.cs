using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Scenarios.Running;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>Shows on a terminal where a run stands, four times a second.</summary>
internal sealed class TerminalDisplay : IRunDisplay
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(250);
    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly LiveRegion _region;
    private readonly RunScreen _screen;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _turn = new();
    private readonly Task _drawing;
    private RunState _state = new();
    private bool _isComplete;

    /// <summary>Begins to draw.</summary>
    public TerminalDisplay(IAnsiConsole console, TimeProvider time)
    {
        (_console, _time, _start) = (console, time, time.GetTimestamp());
        var unicode = console.Profile.Capabilities.Unicode;
        _screen = new RunScreen(new Glyphs(unicode), unicode);
        _region = new LiveRegion(console);
        _drawing = DrawAsync();
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <inheritdoc/>
    public void Step(string what) => Change(s => s with { Step = what });

    /// <inheritdoc/>
    public void Plan(RunPlan plan) => Change(s => s.With(plan));

    /// <inheritdoc/>
    public void Report(CellProgress value) => Change(s => s.With(value, Now));

    /// <inheritdoc/>
    public void End(CellEnd end) => Change(s => s.With(end, Now));

    /// <inheritdoc/>
    public void Interrupt() => Change(s => s with { Step = RunState.Undoing, IsInterrupted = true });

    /// <inheritdoc/>
    public void Complete() => _isComplete = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _drawing;
        _stop.Dispose();
        // The last state of a run that did not come to its end says where it was.
        if (_isComplete)
        {
            _region.Clear();
        }
        else
        {
            Draw();
        }

        _region.Dispose();
    }

    private async Task DrawAsync()
    {
        using var timer = new PeriodicTimer(Redraw, _time);
        try
        {
            do
            {
                Draw();
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The display ends.
        }
    }

    private void Draw()
    {
        RunState state;
        lock (_turn)
        {
            state = _state;
        }

        _region.Draw(_screen.Draw(state, Now, _console.Profile.Width, _console.Profile.Height));
    }

    private void Change(Func<RunState, RunState> change)
    {
        lock (_turn)
        {
            _state = change(_state);
        }
    }
}
