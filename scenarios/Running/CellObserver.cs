using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Asks a cell's observers while a scenario runs: to know when to go on, and to keep what only a look at the time can show.</summary>
internal sealed class CellObserver(Cell cell, AlertContract contract, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);
    private readonly List<ActiveAlert> _activeAlerts = [];
    private readonly List<string> _errors = [];

    /// <summary>What Alertmanager showed, each time it was asked.</summary>
    public ImmutableArray<ActiveAlert> ActiveAlerts => [.. _activeAlerts];

    /// <summary>Observers that had not answered when a wait ended.</summary>
    public ImmutableArray<string> Errors => [.. _errors];

    /// <summary>Waits until the rule has seen the signal bad, so that the alert is pending or fires, or until the deadline.</summary>
    public Task<bool> UntilPendingAsync(DateTimeOffset deadline, CancellationToken cancellationToken) =>
        UntilAsync(token => IsThereAsync(contract.Alert, "pending|firing", token), deadline, cancellationToken);

    /// <summary>Waits until the alert fires, or until the deadline.</summary>
    /// <returns>Whether it fires.</returns>
    public Task<bool> UntilFiringAsync(DateTimeOffset deadline, CancellationToken cancellationToken) =>
        UntilFiringAsync(contract.Alert, deadline, cancellationToken);

    /// <summary>Waits until an alert fires, this one or another, or until the deadline.</summary>
    /// <returns>Whether it fires.</returns>
    public Task<bool> UntilFiringAsync(string alert, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        UntilAsync(token => IsThereAsync(alert, "firing", token), deadline, cancellationToken);

    /// <summary>Waits until the alert no longer fires, or until the deadline.</summary>
    /// <returns>Whether it stopped firing.</returns>
    public Task<bool> UntilResolvedAsync(DateTimeOffset deadline, CancellationToken cancellationToken) =>
        UntilAsync(async token => !await FiresAsync(token), deadline, cancellationToken);

    /// <summary>Waits until messages about the alert have reached all channels after an instant, or until the deadline.</summary>
    /// <returns>The channels that were reached.</returns>
    public async Task<ImmutableHashSet<Channel>> UntilDeliveredAsync(
        ImmutableHashSet<Channel> channels, DateTimeOffset after, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var reached = ImmutableHashSet<Channel>.Empty;
        await UntilAsync(
            async token =>
            {
                await KeepActiveAlertsAsync(token);
                reached = await ReachedAsync(after, token);
                return channels.Count > 0 && channels.IsSubsetOf(reached);
            },
            deadline,
            cancellationToken);
        return reached;
    }

    private Task<bool> FiresAsync(CancellationToken cancellationToken) => IsThereAsync(contract.Alert, "firing", cancellationToken);

    private async Task<bool> IsThereAsync(string alert, string states, CancellationToken cancellationToken)
    {
        var alerts = await cell.Prometheus.QueryAsync($"ALERTS{{alertname=\"{alert}\",alertstate=~\"{states}\"}}", null, cancellationToken);
        return alerts.Length > 0;
    }

    private async Task KeepActiveAlertsAsync(CancellationToken cancellationToken) =>
        _activeAlerts.AddRange(await cell.Alertmanager.AlertsAsync(cancellationToken));

    private async Task<ImmutableHashSet<Channel>> ReachedAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        var requests = await cell.Receivers.RequestsAsync(0, cancellationToken);
        return [.. requests.Where(r => r.ReceivedAt >= after)
            .Select(r => NotificationParser.Parse(r, [contract.Alert]))
            .Where(n => n.Alerts.Contains(contract.Alert))
            .Select(n => n.Channel)];
    }

    private async Task<bool> UntilAsync(Func<CancellationToken, Task<bool>> condition, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Poll, time);
        while (true)
        {
            string? error = null;
            try
            {
                if (await condition(cancellationToken))
                {
                    return true;
                }
            }
            catch (ObservationException unanswered)
            {
                error = unanswered.Message;
            }

            if (time.GetUtcNow() >= deadline)
            {
                if (error is not null)
                {
                    _errors.Add(error);
                }

                return false;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
