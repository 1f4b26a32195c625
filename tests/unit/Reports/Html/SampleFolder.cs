using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Reports.Html;

/// <summary>A folder of one alert at N=10: the effect at 0, firing at 75, told at 85 and, to one receiver only, of the resolution at 225.</summary>
internal static class SampleFolder
{
    public static readonly DateTimeOffset Effect = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static RunFolder Of(params AlertEntry[] alerts) => new(Result(alerts), new SignalsResult(), []);

    public static RunResult Result(params AlertEntry[] alerts) => new() { RunId = "r1", Configuration = "documented", TimeScale = 10, Alerts = [.. alerts], ExitCode = 1 };

    public static AlertEntry Alert(string name = "CacheDown", string? knownDefect = "slack-hears-nothing") => new()
    {
        Alert = name,
        Component = "cache",
        Severity = "critical",
        Fault = "container-kill",
        Cell = "cache-down",
        JudgedAt = "N=10",
        Verdict = Verdict.Defective,
        Promised = [new PromisedEntry("pager", "pagerduty KEY"), new PromisedEntry("slack-incidents", "slack #incidents")],
        Stages =
        [
            new StageEntry { Stage = StageName.Fires, Outcome = Outcome.Pass, MeasuredSeconds = 75, EarliestSeconds = 70, LatestSeconds = 100, Detail = "fired" },
            new StageEntry { Stage = StageName.Routes, Outcome = Outcome.Pass, MeasuredSeconds = 10, EarliestSeconds = 0, LatestSeconds = 15, Detail = "told" },
            new StageEntry { Stage = StageName.Resolves, Outcome = Outcome.Pass, MeasuredSeconds = 20, LatestSeconds = 45, Detail = "resolved" },
            new StageEntry
            {
                Stage = StageName.ResolutionDelivered, Outcome = Outcome.Fail, KnownDefect = knownDefect, MeasuredSeconds = 5, EarliestSeconds = 0, LatestSeconds = 15,
                Detail = "expected slack-incidents to hear of it", Subjects = ["slack-incidents"],
            },
        ],
        Timeline =
        [
            At("fault-injected", -5), At("fault-effective", 0), At("pending", 15), At("firing", 75), Told("delivered", 85, "pager", "pagerduty KEY"),
            Told("delivered", 85, "slack-incidents", "slack #incidents"), At("fault-removed", 150), At("fault-gone", 200), At("resolved", 220),
            Told("resolution-delivered", 225, "pager", "pagerduty KEY"),
        ],
    };

    public static AlertSignals Signals(params (double Seconds, double Value)[] samples) => new()
    {
        Alert = "CacheDown",
        Threshold = 0.9,
        Comparator = Comparator.Above,
        Unit = "ratio",
        Query = "a / b",
        JustBelow = new Span(Effect.AddSeconds(-10), Effect.AddSeconds(-2)),
        Contract = [Series(samples)],
        States = [new AlertState("pending", Effect.AddSeconds(1.5), Effect.AddSeconds(7.5)), new AlertState("firing", Effect.AddSeconds(7.5), Effect.AddSeconds(22))],
    };

    public static Series Series(params (double Seconds, double Value)[] samples) =>
        new(ImmutableSortedDictionary<string, string>.Empty, [.. samples.Select(s => new Sample(Effect.AddSeconds(s.Seconds / 10), s.Value))]);

    public static ReceivedRequest Request(string body, string host = "hooks.slack.com", double seconds = 85, int status = 200) =>
        new(1, Effect.AddSeconds(seconds / 10), host, "POST", "/path", ImmutableSortedDictionary<string, string>.Empty, body, status);

    private static TimelineEntry At(string happened, double seconds) => new() { Event = happened, At = Effect.AddSeconds(seconds / 10), DocumentedSeconds = seconds };

    private static TimelineEntry Told(string happened, double seconds, string receiver, string channel) => At(happened, seconds) with { Receiver = receiver, Channel = channel };
}
