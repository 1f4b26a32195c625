using System.Collections.Concurrent;
using System.Globalization;
using NovaCron.Validation.Scenarios.Running;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>A table that is drawn again and again: a row for each cell with its phase and the time that it may still take.</summary>
internal sealed class CellTable : IRunDisplay
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<string, (CellProgress Progress, long Since)> _rows = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Task _drawing;
    private string _step = "starting";

    public CellTable(IAnsiConsole console, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _drawing = DrawAsync(console);
    }

    /// <inheritdoc/>
    public void Step(string what) => Volatile.Write(ref _step, what);

    /// <inheritdoc/>
    public void Report(CellProgress value) => _rows[value.Alert] = (value, _time.GetTimestamp());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _drawing;
        _stop.Dispose();
    }

    private Task DrawAsync(IAnsiConsole console) => console.Live(new Text("")).AutoClear(true).StartAsync(async live =>
    {
        using var timer = new PeriodicTimer(Redraw, _time);
        try
        {
            do
            {
                live.UpdateTarget(Table());
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The display ends.
        }
    });

    private Table Table()
    {
        var table = new Table().NoBorder().HideHeaders().AddColumn("alert").AddColumn("phase").AddColumn(new TableColumn("time").RightAligned());
        foreach (var (alert, (progress, since)) in _rows.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            table.AddRow(new Text(alert), new Text(progress.Phase, new Style(Color.Grey)), new Text(Times(progress, since)));
        }

        var elapsed = _time.GetElapsedTime(_start).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        table.AddRow(new Text(""), new Text(Volatile.Read(ref _step)), new Text($"{elapsed} s"));
        return table;
    }

    private string Times(CellProgress progress, long since)
    {
        var elapsed = _time.GetElapsedTime(since).TotalSeconds;
        return progress.Expected > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} of {progress.Expected.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} s");
    }
}
