using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Says in one sentence how a run ended, the same in every report.</summary>
public static class RunSentence
{
    /// <summary>The run in one sentence, exit code included.</summary>
    public static string Of(RunResult run) => $"{Counts(run)}. Exit code {run.ExitCode}: {Why(run.ExitCode)}.";

    /// <summary>How many alerts came out how.</summary>
    public static string Counts(RunResult run)
    {
        var works = run.Alerts.Count(a => a.Verdict == Verdict.Works);
        var defective = run.Alerts.Where(a => a.Verdict == Verdict.Defective).ToArray();
        var foretold = defective.Count(a => a.Stages.All(s => s.Outcome != Outcome.Fail || s.KnownDefect is not null));
        var inconclusive = run.Alerts.Count(a => a.Verdict == Verdict.Inconclusive);
        return $"{run.Alerts.Length} {(run.Alerts.Length == 1 ? "alert" : "alerts")}: {works} {(works == 1 ? "works" : "work")}, {defective.Length} defective ({foretold} of them as the ledger foretells), {inconclusive} inconclusive";
    }

    /// <summary>What an exit code means.</summary>
    public static string Why(int exitCode) => exitCode switch
    {
        0 => "all as expected",
        1 => "a defect that is not in the ledger, or a ledger entry that no longer reproduces",
        2 => "the command line or the configuration could not be understood",
        3 => "the environment could not be set up or was lost",
        4 => "a fault could not be injected or did not take effect",
        5 => "a roll-back failed",
        6 => "not everything was proved either way",
        130 => "interrupted, and rolled back first",
        _ => "unknown",
    };
}
