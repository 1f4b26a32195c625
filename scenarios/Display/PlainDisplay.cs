using System.Globalization;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>One line for each change, with the wall seconds since the start: for logs and pipes. What is said twice in a row is written once.</summary>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time) : IRunDisplay
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _turn = new();
    private readonly Dictionary<string, string> _last = [];
    private RunState _state = new();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <inheritdoc/>
    public void Step(string what)
    {
        lock (_turn)
        {
            Write("", what);
        }
    }

    /// <inheritdoc/>
    public void Plan(RunPlan plan)
    {
        lock (_turn)
        {
            _state = _state.With(plan);
        }
    }

    /// <inheritdoc/>
    public void Report(CellProgress value)
    {
        var expected = value.Expected > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $" (up to {value.Expected.TotalSeconds:0} s)")
            : "";
        lock (_turn)
        {
            _state = _state.With(value, Now);
            Write(value.Alert, $"{value.Phase}{expected}");
        }
    }

    /// <inheritdoc/>
    public void End(CellEnd end)
    {
        lock (_turn)
        {
            _state = _state.With(end, Now);
            var done = _state.Cells.Count(c => c.End is not null);
            var left = TimeLeft.Of(_state, Now) is { } l && done < _state.Cells.Length ? string.Create(CultureInfo.InvariantCulture, $", about {l.TotalSeconds:0} s left") : "";
            Write(end.Name, $"judged: {end.Words} ({done} of {_state.Cells.Length} done{left})");
        }
    }

    /// <inheritdoc/>
    public void Interrupt() => Step(RunState.Undoing);

    /// <inheritdoc/>
    public void Complete()
    {
        // What was written stays.
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(string who, string text)
    {
        if (_last.GetValueOrDefault(who) == text)
        {
            return;
        }

        _last[who] = text;
        output.WriteLine(SafeText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{Now.TotalSeconds,6:0.0} s  {(who.Length > 0 ? $"{who}: " : "")}{text}")));
    }
}
