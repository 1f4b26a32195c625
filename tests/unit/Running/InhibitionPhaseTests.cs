using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class InhibitionPhaseTests : IAsyncLifetime
{
    private static readonly TimeScale Scale = new(300);
    private readonly ScriptedFault _inhibitor = new();
    private readonly ScriptedFault _own = new();
    private readonly PhaseLog _log = new(TimeProvider.System);
    private readonly List<string> _order = [];
    private FakeCell _fake = null!;

    public async Task InitializeAsync()
    {
        _fake = await FakeCell.StartAsync();
        _inhibitor.Inject = () => NoteAsync("inhibitor injected");
        _inhibitor.RollBack = _ => NoteAsync("inhibitor rolled back");
        _own.Inject = () => NoteAsync("own injected");
        _own.RollBack = _ => NoteAsync("own rolled back");
        _fake.Prometheus = query =>
        {
            _order.Add(query.Contains("ServiceDown") ? "asked for ServiceDown" : "asked for its own");
            return FakeCell.Vector((new { alertname = "any", alertstate = "firing" }, 1));
        };
    }

    public async Task DisposeAsync() => await _fake.DisposeAsync();

    [Fact]
    public async Task The_inhibitor_fires_first_and_is_rolled_back_last()
    {
        var phase = await RunAsync();

        _order.Should().Equal("inhibitor injected", "asked for ServiceDown", "own injected", "asked for its own", "own rolled back", "inhibitor rolled back");
        _log.Phases.InhibitionStart.Should().BeBefore(_log.Phases.InhibitionEnd!.Value);
        phase.Evidence.Should().Equal("scripted, effective: it was read", "scripted, effective: it was read", "gone: it is gone", "gone: it is gone");
    }

    [Fact]
    public async Task Without_the_inhibitor_firing_the_alerts_own_fault_would_show_nothing()
    {
        _fake.Prometheus = _ => FakeCell.Nothing;

        await RunAsync();

        _order.Should().Equal("inhibitor injected", "inhibitor rolled back");
        _log.Phases.InhibitionEnd.Should().NotBeNull();
    }

    [Fact]
    public async Task A_fault_without_effect_ends_the_phase_with_both_rolled_back()
    {
        _own.Prove = () => throw new FaultException("no effect");

        await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<FaultException>().WithMessage("no effect");

        _order.Should().EndWith(["own injected", "own rolled back", "inhibitor rolled back"]);
        (_own.IsInjected || _inhibitor.IsInjected).Should().BeFalse();
    }

    private async Task<InhibitionPhase> RunAsync()
    {
        var contract = ScenarioCatalogue.Select(["ServiceDown"])[0].Contract;
        var scenario = new Inhibited(_own);
        var context = new ScenarioCell(_fake.Cell, TimeSpan.FromMinutes(1), TimeProvider.System);
        var phase = new InhibitionPhase(
            scenario, new Inhibitor(contract, [], (_, _) => Task.FromResult<IFault>(_inhibitor)), context, new Watch(), Scale, TimeSpan.FromMilliseconds(10), _log);
        await phase.RunAsync(new CellObserver(_fake.Cell, scenario.Contract, TimeProvider.System), CancellationToken.None);
        return phase;
    }

    private Task NoteAsync(string what)
    {
        _order.Add(what);
        return Task.CompletedTask;
    }

    private sealed class Watch : ICellWatch
    {
        public string? Loss => null;

        public void Claim(IEnumerable<string> containerIds) { }
    }

    private sealed class Inhibited(IFault fault) : AlertScenario
    {
        public override AlertContract Contract => Contracts.SampleContracts.CacheHighEvictionRate;

        public override string FaultName => "scripted";

        public override string FaultDescription => "as scripted";

        public override CellSystems Systems => CellSystems.None;

        public override JustBelow JustBelow => new JustBelow.None("not asked for");

        public override string CellName => "inhibited";

        public override IReadOnlyList<Scenarios.Load.Scenario> CreateLoad(ScenarioCell context) => [];

        public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) => Task.FromResult<IFault?>(null);

        public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) => Task.FromResult(fault);
    }
}
