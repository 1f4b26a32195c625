using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Surfaces;

/// <summary>
/// Asks the API's health endpoints while all is well, while its cache and then its database are dead, and after each came back.
/// It kills, so it runs when the cell has nothing else left to prove.
/// </summary>
internal sealed class HealthProbe(Cell cell, ICellWatch watch, TimeProvider time)
{
    /// <summary>How long the API may take to notice that a component died or came back, wall time: its own patience with one, a new connection, and a busy machine.</summary>
    private static readonly TimeSpan NoticeLimit = TimeSpan.FromSeconds(15);

    private const string Read = "/api/v1/vms/1";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaximumDuration = TimeSpan.FromMinutes(2);
    private readonly List<HealthAnswer> _answers = [];

    /// <summary>Adds the answers to a cell's evidence; a fault that failed is named in its errors.</summary>
    /// <exception cref="RollBackException">A component that was killed could not be started again.</exception>
    public async Task<SurfaceEvidence> AddAsync(SurfaceEvidence evidence, CancellationToken cancellationToken)
    {
        ImmutableArray<string> errors = evidence.Errors;
        using var http = new HttpClient { BaseAddress = cell.Api, Timeout = NoticeLimit };
        try
        {
            await AskAsync(http, HealthMoment.AllWell, cancellationToken);
            await WhileDeadAsync(http, "redis", ["redis-cli", "ping"], HealthMoment.CacheDown, HealthMoment.CacheBack, cancellationToken);
            await WhileDeadAsync(http, "postgres", ["pg_isready", "--quiet", "--host=127.0.0.1"], HealthMoment.DatabaseDown, HealthMoment.DatabaseBack, cancellationToken);
        }
        catch (FaultException failure)
        {
            errors = errors.Add(failure.Message);
        }

        return evidence with { Health = [.. _answers], Errors = errors };
    }

    private async Task WhileDeadAsync(
        HttpClient http, string role, ImmutableArray<string> serves, HealthMoment down, HealthMoment back, CancellationToken cancellationToken)
    {
        var kill = new ContainerKill(
            new ContainerKillOptions
            {
                Engine = cell.Run.Engine,
                ContainerId = cell.Container(role).Id,
                What = role,
                Serves = serves,
                MaximumDuration = MaximumDuration,
            },
            time);
        await using var session = await FaultSession.BeginAsync(kill, watch, time, cancellationToken);
        await session.WhileEffectiveAsync(token => AskAsync(http, down, token), cancellationToken);
        await session.RollBackAsync();
        await session.VerifyGoneAsync(cancellationToken);
        await AskAsync(http, back, cancellationToken);
    }

    private async Task AskAsync(HttpClient http, HealthMoment moment, CancellationToken cancellationToken)
    {
        foreach (var path in new[] { HealthSurface.Basic, HealthSurface.Detailed })
        {
            _answers.Add(await UntilAsync(http, path, moment, cancellationToken));
        }
    }

    // The last answer counts, whatever it says. A cache that came back has no hit rate before somebody reads.
    private async Task<HealthAnswer> UntilAsync(HttpClient http, string path, HealthMoment moment, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var timer = new PeriodicTimer(Poll, time);
        while (true)
        {
            await AskOnceAsync(http, Read, moment, cancellationToken);
            var answer = await AskOnceAsync(http, path, moment, cancellationToken);
            if ((answer.Status > 0 && !HealthSurface.Problems(answer).Any()) || time.GetElapsedTime(started) >= NoticeLimit)
            {
                return answer;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static async Task<HealthAnswer> AskOnceAsync(HttpClient http, string path, HealthMoment moment, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return new HealthAnswer(path, moment, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new HealthAnswer(path, moment, 0, string.Create(CultureInfo.InvariantCulture, $"GET {path}: {failure.Message}"));
        }
    }
}
