using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Stages;

/// <summary>
/// Builds the evidence of a cell in which all goes well, and lets a test spoil one thing. Instants are documented seconds from ready:
/// quiet 0–600, just below 660–1200, the fault takes effect at 1232 and its first bad evaluation is at 1260.
/// </summary>
internal sealed class Evidence
{
    public const double Effect = 1232;
    public const double FirstBad = 1260;
    public static readonly DateTimeOffset Zero = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly AlertContract contract;
    private readonly List<(Channel Channel, double At, bool Resolved)> messages = [];
    private readonly List<ReceivedRequest> raw = [];
    private readonly SortedDictionary<double, double> signal = [];
    private readonly List<Series> extraAlerts = [];
    private readonly HashSet<double> unseen = [];
    private readonly List<Sample> scrapes = [];
    private TimeScale scale = new(25);
    private double? firing;
    private double? resolved;
    private double removed;
    private double end;
    private bool tellsNobody;
    private bool heartbeat = true;
    private JustBelow? justBelow;

    private Evidence(AlertContract contract)
    {
        this.contract = contract;
        Plan(FirstBad + contract.For.TotalSeconds);
        Signal(0, Good);
        Signal(660, contract.Comparator == Comparator.EqualTo ? Good : Near);
        Signal(1210, Good);
        Signal(FirstBad, Bad);
        if (contract.Comparator == Comparator.EqualTo)
        {
            Signal(900, Bad);
            Signal(930, Good);
        }
    }

    public double FiresAt => firing ?? double.NaN;

    public double RemovedAt => removed;

    public double ResolvesAt => resolved ?? double.NaN;

    public double Good => contract.Comparator switch { Comparator.Above => contract.Threshold / 2, Comparator.Below => Math.Min(1, contract.Threshold * 2), _ => 1 };

    public double Near => contract.Comparator == Comparator.Below ? contract.Threshold / 0.85 : contract.Threshold * 0.85;

    public double Bad => contract.Comparator switch { Comparator.Above => contract.Threshold * 3, Comparator.Below => contract.Threshold / 2, _ => contract.Threshold };

    public static Evidence For(AlertContract contract) => new(contract);

    public static DateTimeOffset At(double documented, int factor = 25) => Zero + TimeSpan.FromSeconds(documented / factor);

    /// <summary>From this instant on the signal has this value.</summary>
    public Evidence Signal(double from, double value) => Do(() => signal[from] = value);

    /// <summary>The signal is good from the effect on: the fault does not show in it.</summary>
    public Evidence SignalStays(double value) => Do(() =>
    {
        foreach (var at in signal.Keys.Where(k => k > 1210).ToArray())
        {
            signal.Remove(at);
        }

        Signal(1210, value);
    });

    public Evidence FirstBadAt(double at) => Do(() =>
    {
        signal.Remove(FirstBad);
        Signal(at, Bad);
    });

    /// <summary>These evaluations did not find the alert's condition true; a later query does.</summary>
    public Evidence Unseen(params IEnumerable<double> at) => Do(() => unseen.UnionWith(at));

    /// <summary>A scrape is under way at these instants.</summary>
    public Evidence Scraping(params IEnumerable<double> at) => Do(() => scrapes.AddRange(at.Select(s => new Sample(T(s) - TimeSpan.FromSeconds(0.1), 0.2))));

    public Evidence Fires(double at) => Do(() => Plan(Math.Max(at, FirstBad + contract.For.TotalSeconds), at));

    public Evidence NeverFires() => Do(() =>
    {
        (firing, resolved) = (null, null);
        removed = Effect + 1500;
        end = removed + 300;
    });

    /// <summary>ALERTS end at this instant; the signal stays as it is.</summary>
    public Evidence Resolves(double? at) => Do(() => (resolved, end) = (at, Math.Max(end, (at ?? end) + 300)));

    public Evidence EndsAt(double at) => Do(() => end = at);

    public Evidence Tells(Channel channel, double at, bool resolution = false) => Do(() => messages.Add((channel, at, resolution)));

    public Evidence TellsNobody() => Do(() => tellsNobody = true);

    public Evidence Receives(ReceivedRequest request) => Do(() => raw.Add(request));

    public Evidence NoHeartbeat() => Do(() => heartbeat = false);

    public Evidence JustBelow(JustBelow how) => Do(() => justBelow = how);

    public Evidence AlsoFires(string alert, double from, double to) => Do(() => extraAlerts.Add(Alert(alert, "firing", from, to)));

    public Evidence AlsoPends(string alert, double from, double to) => Do(() => extraAlerts.Add(Alert(alert, "pending", from, to)));

    public Evidence Scale(int factor) => Do(() => scale = new TimeScale(factor));

    public CellEvidence Build() => new()
    {
        Cell = contract.Component,
        Contract = contract,
        Scale = scale,
        Phases = Phases(),
        LoadedRules = [Rules.Of(contract, scale), Rules.Heartbeat(scale)],
        Alerts = [.. Alerts()],
        RuleSignal = [Values()],
        RuleCondition = [Values(IsBad)],
        ContractSignal = [Values()],
        ScrapeDurations = [new Series(ImmutableSortedDictionary<string, string>.Empty.Add("instance", "one"), [.. scrapes])],
        Requests = [.. Requests()],
        ActiveAlerts = firing is { } at ? [Rules.Active(contract, T(at + 3))] : [],
        JustBelow = justBelow ?? (contract.Comparator == Comparator.EqualTo ? new JustBelow.Brief() : new JustBelow.Level(0.75, 0.95)),
        FaultEvidence = ["the faulted system showed it"],
    };

    // Roll-back, resolution and end follow from when the alert should fire at the earliest.
    private void Plan(double expected, double? at = null)
    {
        signal.Remove(resolved ?? -1);
        firing = at ?? expected;
        removed = expected + 62;
        resolved = Math.Ceiling((removed + contract.Signal.Window.TotalSeconds + 10) / 30) * 30;
        end = resolved.Value + 300;
        Signal(resolved.Value, Good);
    }

    private Evidence Do(Action change)
    {
        change();
        return this;
    }

    private DateTimeOffset T(double documented) => At(documented, scale.Factor);

    private Phases Phases() => new()
    {
        QuietStart = T(0),
        QuietEnd = T(600),
        JustBelowStart = T(660),
        JustBelowEnd = T(1200),
        FaultInjected = T(1230),
        FaultEffective = T(Effect),
        FaultRemoved = T(removed),
        FaultGone = T(removed + 2),
        End = T(end),
    };

    private IEnumerable<Series> Alerts()
    {
        if (heartbeat)
        {
            yield return Alert("PipelineHeartbeat", "firing", 0, end);
        }

        if (firing is { } at)
        {
            yield return Alert(contract.Alert, "pending", FirstBad, at - 30);
            yield return Alert(contract.Alert, "firing", at, (resolved ?? end + 30) - 30);
        }

        foreach (var extra in extraAlerts)
        {
            yield return extra;
        }
    }

    private Series Alert(string name, string state, double from, double to) => new(
        ImmutableSortedDictionary<string, string>.Empty.Add("alertname", name).Add("alertstate", state), [.. Steps(from, to).Where(s => state != "pending" || !unseen.Contains(s)).Select(s => new Sample(T(s), 1))]);

    private bool IsBad(double value) => new SignalTimeline([], contract.Comparator, contract.Threshold, scale.ToWall(contract.EvaluationInterval)).IsBad(value);

    private Series Values(Func<double, bool>? where = null) => new(
        ImmutableSortedDictionary<string, string>.Empty.Add("instance", "one"),
        [.. Steps(0, end).Select(s => new Sample(T(s), signal.Last(v => v.Key <= s).Value)).Where(s => !double.IsNegativeInfinity(s.Value) && where?.Invoke(s.Value) != false)]);

    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var at = Math.Ceiling(from / 30) * 30; at <= to; at += 30)
        {
            yield return at;
        }
    }

    private IEnumerable<ReceivedRequest> Requests()
    {
        if (heartbeat)
        {
            yield return Bodies.Slack(1, T(1), "#monitoring", "PipelineHeartbeat", "[FIRING:1] PipelineHeartbeat", "ok");
        }

        var own = messages.ToList();
        if (firing is { } at && !tellsNobody)
        {
            own.AddRange(contract.Receivers.Select(r => (r.Channel, at + 10.3, false)));
            own.AddRange(contract.Receivers.Where(_ => resolved is not null).Select(r => (r.Channel, (resolved ?? 0) + 10.3, true)));
        }

        var sequence = 2;
        foreach (var (channel, when, over) in own.OrderBy(m => m.At))
        {
            yield return Bodies.Of(contract, channel, sequence++, T(when), over);
        }

        foreach (var request in raw)
        {
            yield return request;
        }
    }
}
