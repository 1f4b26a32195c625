using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>
/// A statement as pg_stat_statements counts it, at the documented cadence: called ten times a second, for 2 ms while all is well, for 2 s while it is not.
/// The counters are there for a rule that divides them, their quotient, the mean since the last reset, for one that reads that.
/// </summary>
internal static class SlowQueriesSimulation
{
    private const int ScrapeSeconds = 15;
    private const double CallsPerSecond = 10;
    private const double FastSeconds = 0.002;
    private const double SlowSeconds = 2;
    private const string Labels = """{datname="novacron",instance="postgres-exporter:9187",job="postgres-exporter",queryid="1",user="novacron"}""";

    private static readonly TimeSpan Effect = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(35);
    private static readonly TimeSpan End = TimeSpan.FromMinutes(45);

    /// <summary>Fast for 15 minutes, slow for 20, fast again.</summary>
    public static SimulatedCase TwoSeconds { get; } = Create();

    private static SimulatedCase Create()
    {
        var calls = ImmutableArray.CreateBuilder<double>();
        var seconds = ImmutableArray.CreateBuilder<double>();
        var (callsSoFar, secondsSoFar) = (CallsPerSecond * 3600, CallsPerSecond * 3600 * FastSeconds);
        for (var at = TimeSpan.Zero; at <= End; at += TimeSpan.FromSeconds(ScrapeSeconds))
        {
            calls.Add(callsSoFar);
            seconds.Add(secondsSoFar);
            callsSoFar += CallsPerSecond * ScrapeSeconds;
            secondsSoFar += CallsPerSecond * ScrapeSeconds * (at >= Effect && at < Gone ? SlowSeconds : FastSeconds);
        }

        return new SimulatedCase("two-second queries",
        [
            new("pg_stat_statements_calls_total" + Labels, calls.ToImmutable()),
            new("pg_stat_statements_seconds_total" + Labels, seconds.ToImmutable()),
            new("pg_stat_statements_mean_exec_time_seconds" + Labels, [.. seconds.Zip(calls, (s, c) => s / c)]),
        ])
        {
            Effect = Effect,
            Gone = Gone,
        };
    }
}
