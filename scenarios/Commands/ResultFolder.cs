using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Run;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>A run's result files. They are written as the run goes, each whole or not at all, so that a killed run leaves its evidence.</summary>
internal sealed class ResultFolder(string folder, RunOptions options, string runId)
{
    private readonly ResultFiles _files = new(folder);
    private readonly Lock _turn = new();
    private readonly List<(string Cell, ReceivedRequest Request)> _requests = [];
    private readonly List<AlertSignals> _signals = [];
    private RunResult? _result;
    private LedgerComparison? _judgement;
    private IReadOnlyList<CellRecord> _cells = [];
    private string? _leftovers;

    /// <summary>Writes what a cell brought as soon as it has ended.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public void Keep(CellRecord cell)
    {
        lock (_turn)
        {
            _requests.AddRange((cell.Evidence?.Requests ?? []).Select(r => (cell.Scenario.CellName, r)));
            _files.Write(NotificationsJsonl.FileName, NotificationsJsonl.Serialize(_requests));
            _signals.AddRange(cell.Evidence is { } evidence ? [AlertSignals.Of(evidence)] : []);
            _files.Write(SignalsJson.FileName, SignalsJson.Serialize(new SignalsResult { Alerts = [.. _signals.OrderBy(s => s.Alert, StringComparer.Ordinal)] }));
            foreach (var (container, log) in cell.Logs)
            {
                _files.Write(Path.Combine("logs", $"{container}.log"), log);
            }
        }
    }

    /// <summary>Judges the run and writes the result and the rendered configuration.</summary>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public async Task<ExitCode> FinishAsync(RunRecord run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cells = run.Cells;
        _leftovers = run.Leftovers;
        var judgement = _judgement = RunReport.Judge(run.Cells, run.Prepared);
        var exitCode = RunOutcome.Of(RunReport.Facts(run, judgement));
        _result = RunReport.Assemble(runId, options, run, judgement, exitCode);
        foreach (var (path, content) in run.Prepared.Rendered.Files)
        {
            _files.Write(Path.Combine("rendered", path), content);
        }

        _files.Write(RunJson.FileName, RunJson.Serialize(_result));
        await RunReports.WriteAsync(folder, cancellationToken);
        return exitCode;
    }

    /// <summary>Shows the result: what failed first, then the matrix.</summary>
    public void Show(IAnsiConsole console)
    {
        foreach (var cell in _cells.Where(c => c.Failure is not null))
        {
            console.WriteLine($"{cell.Scenario.Contract.Alert}: {CellEnd.Names(cell.Failure!.Kind)}: {cell.Failure.Message}");
        }

        if (_leftovers is not null)
        {
            console.WriteLine(_leftovers);
        }

        Matrix.Write(console, _result!);
        WhereToLook.Write(console, folder, [.. _judgement!.Alerts.Zip(_cells).Select(a => CellEnd.Of(a.First, a.Second.Failure)).Where(e => e.IsUnexpected).Select(e => e.Name)]);
        GitHubActions.Current.Tell(RunProblems.Of(_result!), _result!.ConfigurationPath, RunMarkdown.Serialize(_result!));
    }
}
