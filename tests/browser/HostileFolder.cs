using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Browser;

/// <summary>A run in which every text that others can write tries to break the page.</summary>
internal static class HostileFolder
{
    public static readonly string Text = "<img src=x onerror=alert(1)><svg onload=alert(2)>\"'`</script><script>alert(3)</script></style>\u202Egnp.\u2066\u200B\0\u001b[31m" + new string('W', 400);

    private static readonly DateTimeOffset Effect = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static RunFolder Create()
    {
        var stages = Enum.GetValues<StageName>().Select(s => new StageEntry
        {
            Stage = s, Outcome = Outcome.Fail, Detail = Text, Evidence = [Text], Subjects = [Text], MeasuredSeconds = 1e300, EarliestSeconds = -1e300, LatestSeconds = 1e300,
            KnownDefect = s == StageName.Fires ? null : Text,
        });
        var alert = new AlertEntry
        {
            Alert = Text, Component = Text, Severity = Text, Fault = Text, Cell = Text, JudgedAt = Text, Verdict = Verdict.Defective, Promised = [new PromisedEntry(Text, Text)],
            Stages = [.. stages],
            Timeline = [Happened("fault-injected", -1), Happened("fault-effective", 0), Happened(Text, 1), Happened("firing", 2), Happened("delivered", 3) with { Receiver = Text, Channel = Text }],
        };
        var run = new RunResult
        {
            RunId = Text, Configuration = Text, TimeScale = 0, Alerts = [alert, alert], ExitCode = -1, Disturbances = [Text],
            Components = ImmutableSortedDictionary<string, string>.Empty.Add(Text, Text), Load = [new LoadEntry(Text, double.NaN, double.PositiveInfinity, 0, 0)],
            Rendered = [new RenderedEntry(Text, Text)], Findings = [new FindingEntry(Text, "error", Text, Text, 1, 1, Text, Text, null)],
            Defects = [new DefectEntry(Text, Text, [Text], Text, Text, Text)], Quotes = [new QuoteEntry(Text, Text, 1, Text, Text + Text)],
        };
        var signals = new AlertSignals
        {
            Alert = Text, Threshold = double.NaN, Comparator = Comparator.Above, Unit = Text, Query = Text,
            Contract = [new Series(ImmutableSortedDictionary<string, string>.Empty, [new Sample(Effect, double.NaN), new Sample(Effect.AddSeconds(1), 1e300), new Sample(Effect.AddSeconds(2), double.NegativeInfinity)])],
        };
        return new RunFolder(run, new SignalsResult { Alerts = [signals] }, [.. Bodies().Select((b, i) => (Text, Request(i, b)))]);
    }

    private static IEnumerable<string> Bodies() =>
    [
        JsonSerializer.Serialize(new { channel = Text, username = Text, text = Text, attachments = new[] { new { title = Text, title_link = "javascript:alert(4)", text = $"<javascript:alert(5)|x> *{Text}* {Text}", color = "red\"/><script>", fallback = Text, fields = new[] { new { title = Text, value = Text } } } } }),
        JsonSerializer.Serialize(new { routing_key = Text, event_action = "trigger", client = Text, client_url = "data:text/html,<script>alert(6)</script>", payload = new { summary = Text, severity = Text, custom_details = new { a = Text } } }),
        JsonSerializer.Serialize(new { receiver = Text, status = Text, groupLabels = new { }, alerts = new[] { new { status = Text, labels = new { alertname = Text }, annotations = new { summary = Text } } } }),
        Text,
    ];

    private static ReceivedRequest Request(int number, string body) => new(number, Effect, Text, Text, Text, ImmutableSortedDictionary<string, string>.Empty, body, 200);

    private static TimelineEntry Happened(string what, double seconds) => new() { Event = what, At = Effect.AddSeconds(seconds), DocumentedSeconds = seconds };
}
