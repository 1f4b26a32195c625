using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>How a run ended, as the exit code says it.</summary>
public enum ExitCode
{
    /// <summary>All as expected: works, or fails as the ledger foretells.</summary>
    AsExpected = 0,

    /// <summary>A defect that is not in the ledger, or a ledger entry that no longer reproduces.</summary>
    Defects = 1,

    /// <summary>Usage, or a configuration that cannot be read.</summary>
    Usage = 2,

    /// <summary>The environment could not be set up, or was lost.</summary>
    Environment = 3,

    /// <summary>A fault could not be injected, or did not take effect.</summary>
    Fault = 4,

    /// <summary>A roll-back failed.</summary>
    RollBack = 5,

    /// <summary>Something was not proved either way.</summary>
    Inconclusive = 6,

    /// <summary>Interrupted; everything was rolled back first.</summary>
    Interrupted = 130,
}

/// <summary>What an exit code is computed from.</summary>
public sealed record RunFacts
{
    /// <summary>The run was interrupted.</summary>
    public bool Interrupted { get; init; }

    /// <summary>At least one roll-back failed.</summary>
    public bool RollBackFailed { get; init; }

    /// <summary>The command line or the configuration could not be understood.</summary>
    public bool UsageError { get; init; }

    /// <summary>The environment could not be set up, or was lost.</summary>
    public bool EnvironmentLost { get; init; }

    /// <summary>At least one fault could not be injected, or did not take effect.</summary>
    public bool FaultPowerless { get; init; }

    /// <summary>The judgement compared with the ledger; null when the run did not get that far.</summary>
    public LedgerComparison? Judgement { get; init; }

    /// <summary>The documented things that are no alerts; null when none was judged.</summary>
    public SurfaceComparison? Surfaces { get; init; }

    /// <summary>Findings of the configuration's checks with severity error that no ledger entry foretells.</summary>
    public int NewFindings { get; init; }
}

/// <summary>Computes a run's exit code.</summary>
public static class RunOutcome
{
    /// <summary>The first that applies: 130, 5, 2, 3, 4, 1, 6, 0. A run without a judgement proved nothing, hence 6.</summary>
    public static ExitCode Of(RunFacts facts) => facts switch
    {
        { Interrupted: true } => ExitCode.Interrupted,
        { RollBackFailed: true } => ExitCode.RollBack,
        { UsageError: true } => ExitCode.Usage,
        { EnvironmentLost: true } => ExitCode.Environment,
        { FaultPowerless: true } => ExitCode.Fault,
        { NewFindings: > 0 } or { Judgement.New.Length: > 0 } or { Judgement.Stale.Length: > 0 } => ExitCode.Defects,
        { Surfaces: { } surfaces } when surfaces.New.Any() || !surfaces.Stale.IsEmpty => ExitCode.Defects,
        { Judgement: { } judgement } when Proved(judgement) && Proved(facts.Surfaces) => ExitCode.AsExpected,
        _ => ExitCode.Inconclusive,
    };

    private static bool Proved(SurfaceComparison? surfaces) => surfaces?.Results.All(r => r.Outcome != Outcome.Inconclusive) ?? true;

    // A stage without enough evidence leaves the run unproved even where another stage of that alert failed as foretold.
    private static bool Proved(LedgerComparison judgement) => judgement.Alerts.Length > 0
        && judgement.Alerts.All(a => a.Verdict != Verdict.Inconclusive && a.Stages.All(s => s.Outcome != Outcome.Inconclusive));
}
