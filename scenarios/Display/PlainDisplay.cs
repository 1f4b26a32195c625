using System.Globalization;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>One line for each step, with the wall seconds since the start: for logs and pipes.</summary>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time) : IRunDisplay
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public void Step(string what) => Write(what);

    /// <inheritdoc/>
    public void Report(CellProgress value)
    {
        var expected = value.Expected > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $" (up to {value.Expected.TotalSeconds:0} s)")
            : "";
        Write($"{value.Alert}: {value.Phase}{expected}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(string text)
    {
        lock (_turn)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(_start).TotalSeconds,6:0.0} s  {text}"));
        }
    }
}
