using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.Load;

/// <summary>Counts what becomes of a scenario's requests. Safe for use by several threads at once.</summary>
internal sealed class LoadMeter(string target)
{
    // A step that names statuses without bound must not eat the memory.
    private const int MostStatuses = 100;

    private readonly Lock gate = new();
    private readonly LatencyHistogram served = new();
    private readonly LatencyHistogram failed = new();
    private readonly LatencyHistogram lag = new();
    private readonly Dictionary<(string Code, bool IsError), (long Count, string Message)> statuses = [];
    private (long Asked, long Ok, long Failed, long Dropped, long Bytes) totals;
    private LoadStatistics? final;

    /// <summary>A request fell due; returns its number, from 0.</summary>
    public long Asked()
    {
        lock (gate)
        {
            return totals.Asked++;
        }
    }

    /// <summary>A request is being sent, so much after it fell due.</summary>
    public void Started(TimeSpan late)
    {
        lock (gate)
        {
            lag.Record(late);
        }
    }

    /// <summary>A request ended, so much after it fell due.</summary>
    public void Ended(Response response, TimeSpan latency)
    {
        lock (gate)
        {
            (response.IsError ? failed : served).Record(latency);
            Count(response);
        }
    }

    /// <summary>A request was never sent.</summary>
    public void Dropped(Response reason)
    {
        lock (gate)
        {
            totals.Dropped++;
            Count(reason);
        }
    }

    /// <summary>Counts whatever is still in flight under the reason given, and takes the last snapshot: later ends change nothing.</summary>
    public LoadStatistics Close(TimeSpan arrivingFor, Response abandoned)
    {
        lock (gate)
        {
            while (final is null && InFlight > 0)
            {
                Count(abandoned);
            }

            return final ??= Take(arrivingFor);
        }
    }

    /// <summary>What was counted so far.</summary>
    public LoadStatistics Snapshot(TimeSpan arrivingFor)
    {
        lock (gate)
        {
            return final ?? Take(arrivingFor);
        }
    }

    private long InFlight => totals.Asked - totals.Ok - totals.Failed;

    private void Count(Response response)
    {
        var key = (response.StatusCode, response.IsError);
        if (!statuses.ContainsKey(key) && statuses.Count >= MostStatuses)
        {
            key = ("other", response.IsError);
        }

        var known = statuses.GetValueOrDefault(key, (0, response.Message));
        statuses[key] = (known.Item1 + 1, known.Item2);
        totals.Ok += response.IsError ? 0 : 1;
        totals.Failed += response.IsError ? 1 : 0;
        totals.Bytes += response.SizeBytes;
    }

    private LoadStatistics Take(TimeSpan arrivingFor) => new()
    {
        Target = target,
        ElapsedSeconds = arrivingFor.TotalSeconds,
        AskedPerSecond = PerSecond(totals.Asked, arrivingFor),
        AchievedPerSecond = PerSecond(totals.Ok, arrivingFor),
        P50Ms = served.Percentile(50)?.TotalMilliseconds,
        P75Ms = served.Percentile(75)?.TotalMilliseconds,
        P95Ms = served.Percentile(95)?.TotalMilliseconds,
        P99Ms = served.Percentile(99)?.TotalMilliseconds,
        FailedP99Ms = failed.Percentile(99)?.TotalMilliseconds,
        StartLagP99Ms = lag.Percentile(99)?.TotalMilliseconds,
        Asked = totals.Asked,
        Ok = totals.Ok,
        Failed = totals.Failed,
        Dropped = totals.Dropped,
        InFlight = InFlight,
        ReceivedBytes = totals.Bytes,
        Statuses = [.. statuses
            .Select(status => new StatusCount(status.Key.Code, status.Key.IsError, status.Value.Count, status.Value.Message))
            .OrderByDescending(status => status.Count).ThenBy(status => status.StatusCode, StringComparer.Ordinal)],
    };

    private static double PerSecond(long count, TimeSpan time) => time > TimeSpan.Zero ? count / time.TotalSeconds : 0;
}
