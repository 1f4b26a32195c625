using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>Sends commands to Redis at an even pace, as an open model: a slow server never slows them.</summary>
internal static class PacedCommands
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ReplyLimit = TimeSpan.FromSeconds(5);

    /// <summary>Sends until it is cancelled. The replies to what was sent are waited for, 5 s (wall) at most: what is rolled back afterwards must not come after all.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="perSecond">Commands per wall second.</param>
    /// <param name="next">The next commands, as many as asked for.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RedisException">The server refused one, or could not be reached.</exception>
    public static async Task SendAsync(
        RedisConnection connection, double perSecond, Func<int, IReadOnlyList<IReadOnlyList<RedisValue>>> next, TimeProvider time, CancellationToken cancellationToken)
    {
        var pace = new Pace(perSecond);
        var started = time.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, time);
        using var replies = new CancellationTokenSource();
        using var ending = cancellationToken.Register(() => replies.CancelAfter(ReplyLimit));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (pace.Take(time.GetElapsedTime(started), MemoryFill.LargestBatch) is > 0 and var due)
            {
                await SendBatchAsync(connection, next(due), replies.Token);
            }
        }
    }

    /// <summary>Sends commands in one go.</summary>
    /// <exception cref="RedisException">The server refused one, or could not be reached.</exception>
    public static async Task SendBatchAsync(RedisConnection connection, IReadOnlyList<IReadOnlyList<RedisValue>> commands, CancellationToken cancellationToken)
    {
        var replies = await connection.ExecuteBatchAsync(commands, cancellationToken);
        for (var i = 0; i < replies.Count; i++)
        {
            if (replies[i].IsError)
            {
                throw new RedisServerException($"{commands[i][0]} on Redis at {connection.EndPoint} was answered with: {replies[i]}");
            }
        }
    }
}
