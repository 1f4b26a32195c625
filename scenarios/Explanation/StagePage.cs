using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>What a stage proves, and what it takes for a pass.</summary>
internal static class StagePage
{
    /// <summary>Names of the stages, in the order in which they are judged.</summary>
    public static IEnumerable<string> Stages => Enum.GetValues<StageName>().Select(Names.Of);

    /// <summary>Writes the page of a stage.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="stage">One of <see cref="Stages"/>.</param>
    public static void Write(IAnsiConsole console, string stage)
    {
        var sheet = new Sheet(console);
        var (proves, takes) = Of(Names.Stage(stage)!.Value);
        sheet.Title($"{stage}: one of the stages {string.Join(", ", Stages)}");
        sheet.Row("proves", proves);
        sheet.Row("takes", takes);
        sheet.Row("else", "no evidence is never a pass: what was not seen is inconclusive, and what an earlier stage kept from happening is not reached");
    }

    private static (string Proves, string Takes) Of(StageName stage) => stage switch
    {
        StageName.Loads => ("Prometheus loads the rule", "promtool and Prometheus accept its file, and the running Prometheus lists the rule"),
        StageName.Contract => ("the rule says what the strategy promises", "the loaded rule's name, for, labels, annotations and interval, compared with the promise, and the rule's own signal with the promised one"),
        StageName.Silent => ("the alert is silent while all is well, and just below its threshold", "the expression without its comparison had a value at every evaluation of the quiet phase, the load just below was measured in Prometheus, and nothing fired"),
        StageName.Fires => ("it fires in time, and not too early", "the fault's effect, verified at the faulted system itself; then firing no earlier than for after the first bad evaluation, and no later than the sum of named allowances; where the promised signal did not stay bad for that long, the fault did not hold and a late alert proves nothing"),
        StageName.Routes => ("exactly the promised receivers and channels are told, in time", "what the receivers' stand-in got over TLS: every promised channel within group_wait and a round trip, and no other"),
        StageName.Renders => ("what arrived can be read", "the message, parsed as Slack or PagerDuty would: every promised field is there and not empty, and no template is left unrendered"),
        StageName.Inhibits => ("it is inhibited where the strategy says so", "the source fires first, and Alertmanager itself reports inhibitedBy; that no message came proves nothing alone"),
        StageName.Resolves => ("it resolves in time", "the alert ends within its window, a scrape and an evaluation after the fault is gone, while its series is there and on the good side"),
        _ => ("everyone who was told hears of the resolution", "a message about it at every channel that was told of the alert, within group_interval and a round trip"),
    };
}
