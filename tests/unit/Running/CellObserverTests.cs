using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios.Running;
using NovaCron.Validation.Tests.Unit.Contracts;
using NovaCron.Validation.Tests.Unit.Fakes;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class CellObserverTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);
    private static readonly AlertContract Contract = SampleContracts.DwcpPacketLoss;
    private static readonly string Firing = FakeCell.Vector((new { alertname = Contract.Alert, alertstate = "firing" }, 1));
    private readonly FakeTimeProvider _time = new();
    private FakeCell _fake = null!;
    private CellObserver _observer = null!;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async Task InitializeAsync()
    {
        _fake = await FakeCell.StartAsync();
        _observer = new CellObserver(_fake.Cell, Contract, _time);
    }

    public async Task DisposeAsync() => await _fake.DisposeAsync();

    [Fact]
    public async Task It_asks_until_the_alert_fires()
    {
        var asked = 0;
        _fake.Prometheus = _ => ++asked < 3 ? FakeCell.Nothing : Firing;

        (await WhileTimePassesAsync(_observer.UntilFiringAsync(Now.AddSeconds(10), default))).Should().BeTrue();

        _fake.Queries.Should().HaveCount(3).And.AllBe("""ALERTS{alertname="DWCPPacketLoss",alertstate=~"firing"}""");
    }

    [Fact]
    public async Task It_can_wait_for_another_alert()
    {
        _fake.Prometheus = query => query.Contains("alertname=\"ServiceDown\"") ? Firing : FakeCell.Nothing;

        (await _observer.UntilFiringAsync("ServiceDown", Now, default)).Should().BeTrue();
        (await _observer.UntilFiringAsync(Now, default)).Should().BeFalse();
    }

    [Fact]
    public async Task Pending_is_enough_where_the_rule_only_has_to_have_seen_it()
    {
        _fake.Prometheus = query => query.Contains("pending|firing") ? Firing : FakeCell.Nothing;

        (await _observer.UntilPendingAsync(Now.AddSeconds(10), default)).Should().BeTrue();
        (await _observer.UntilFiringAsync(Now, default)).Should().BeFalse();
    }

    [Fact]
    public async Task The_deadline_ends_the_wait_without_an_error()
    {
        (await WhileTimePassesAsync(_observer.UntilFiringAsync(Now + Poll, default))).Should().BeFalse();

        Now.Should().BeOnOrAfter(new FakeTimeProvider().GetUtcNow() + Poll);
        _observer.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task It_has_resolved_when_it_no_longer_fires()
    {
        var asked = 0;
        _fake.Prometheus = _ => ++asked < 2 ? Firing : FakeCell.Nothing;

        (await WhileTimePassesAsync(_observer.UntilResolvedAsync(Now.AddSeconds(10), default))).Should().BeTrue();
        asked.Should().Be(2);
    }

    [Fact]
    public async Task An_observer_that_does_not_answer_is_no_resolution()
    {
        _fake.Prometheus = _ => null;

        (await _observer.UntilResolvedAsync(Now, default)).Should().BeFalse();
    }

    [Fact]
    public async Task An_observer_that_does_not_answer_to_the_end_is_an_error()
    {
        _fake.Prometheus = _ => null;

        await WhileTimePassesAsync(_observer.UntilFiringAsync(Now.AddSeconds(1), default));

        _observer.Errors.Should().ContainSingle().Which.Should().Contain("503").And.Contain("ALERTS");
    }

    [Fact]
    public async Task An_observer_that_answered_when_asked_again_is_none()
    {
        var asked = 0;
        _fake.Prometheus = _ => ++asked < 3 ? null : Firing;

        (await WhileTimePassesAsync(_observer.UntilFiringAsync(Now.AddSeconds(10), default))).Should().BeTrue();

        asked.Should().Be(3);
        _observer.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task An_interrupted_wait_ends_at_once()
    {
        using var interrupt = new CancellationTokenSource();
        var waiting = _observer.UntilFiringAsync(Now.AddHours(1), interrupt.Token);
        await interrupt.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Every_promised_channel_must_hear_of_the_alert()
    {
        var requests = new[] { Message(1, Now, SampleContracts.Warnings) };
        _fake.Receivers = () => Json(requests);
        ImmutableHashSet<Channel> promised = [SampleContracts.Warnings, SampleContracts.Dwcp];

        var first = await _observer.UntilDeliveredAsync(promised, Now, Now, default);
        requests = [.. requests, Message(2, Now, SampleContracts.Dwcp)];
        var second = await _observer.UntilDeliveredAsync(promised, Now, Now.AddHours(1), default);

        first.Should().Equal(SampleContracts.Warnings);
        second.Should().BeEquivalentTo(promised);
    }

    [Fact]
    public async Task Messages_of_before_and_of_other_alerts_do_not_count()
    {
        var other = Bodies.Of(SampleContracts.CacheLowHitRate, SampleContracts.Warnings, 2, Now, resolved: false);
        _fake.Receivers = () => Json([Message(1, Now.AddSeconds(-1), SampleContracts.Warnings), other]);

        (await _observer.UntilDeliveredAsync([SampleContracts.Warnings], Now, Now, default)).Should().BeEmpty();
        (await _observer.UntilDeliveredAsync([SampleContracts.Warnings], Now.AddSeconds(-1), Now, default)).Should().Equal(SampleContracts.Warnings);
    }

    [Fact]
    public async Task What_Alertmanager_shows_is_kept_while_waiting_for_deliveries()
    {
        _fake.Alertmanager = () => """[{"labels":{"alertname":"A"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-01T00:05:00Z","receivers":[{"name":"r"}],"status":{"state":"suppressed","inhibitedBy":["f"]},"fingerprint":"g"}]""";

        await _observer.UntilDeliveredAsync([], Now, Now, default);

        _observer.ActiveAlerts.Should().ContainSingle().Which.State.Should().Be("suppressed");
    }

    private static ReceivedRequest Message(long sequence, DateTimeOffset at, Channel channel) => Bodies.Of(Contract, channel, sequence, at, resolved: false);

    private static string Json(IEnumerable<ReceivedRequest> requests) => JsonSerializer.Serialize(requests, JsonSerializerOptions.Web);

    private async Task<bool> WhileTimePassesAsync(Task<bool> waiting)
    {
        while (!waiting.IsCompleted)
        {
            var asked = _fake.Queries.Count;
            _time.Advance(Poll);
            await StandIns.Eventually.BecomesTrueAsync(() => waiting.IsCompleted || _fake.Queries.Count > asked, "another question");
        }

        return await waiting;
    }
}
