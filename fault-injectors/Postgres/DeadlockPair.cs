using Npgsql;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Two sessions that deadlock once a round: each locks its own row, and once both have, each wants the other's.</summary>
internal sealed class DeadlockPair : IAsyncDisposable
{
    private readonly int _pair;
    private readonly NpgsqlConnection[] _sessions;
    private long _victims;

    private DeadlockPair(int pair, NpgsqlConnection[] sessions) => (_pair, _sessions) = (pair, sessions);

    /// <summary>How often one of the two was the victim of a deadlock.</summary>
    public long Victims => Interlocked.Read(ref _victims);

    /// <summary>Opens both sessions.</summary>
    /// <param name="pair">Which rows are theirs.</param>
    /// <param name="open">Opens one session.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<DeadlockPair> OpenAsync(int pair, Func<CancellationToken, Task<NpgsqlConnection>> open, CancellationToken cancellationToken)
    {
        var first = await open(cancellationToken);
        try
        {
            return new DeadlockPair(pair, [first, await open(cancellationToken)]);
        }
        catch
        {
            await first.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes one deadlock.</summary>
    /// <exception cref="FaultException">Not exactly one of the two was the victim.</exception>
    /// <exception cref="NpgsqlException">Anything else went wrong; the sessions are of no more use.</exception>
    public async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await BothAsync(side => LockOwnRowAsync(side, cancellationToken));
        var victims = await BothAsync(side => LockOtherRowAsync(side, cancellationToken));
        if (victims is not ([true, false] or [false, true]))
        {
            throw new FaultException($"pair {_pair} of sessions locked two rows in opposite order, and {victims.Count(victim => victim)} of them was the victim of a deadlock instead of one");
        }

        Interlocked.Increment(ref _victims);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
        {
            await session.DisposeAsync();
        }
    }

    // Both are waited for even when one fails, so that no command is left on a session that is about to be closed.
    private static Task<bool[]> BothAsync(Func<int, Task<bool>> act) => Task.WhenAll(act(0), act(1));

    private async Task<bool> LockOwnRowAsync(int side, CancellationToken cancellationToken)
    {
        await PostgresServer.ExecuteAsync(_sessions[side], "BEGIN", cancellationToken);
        await UpdateAsync(side, row: side, cancellationToken);
        return false;
    }

    private async Task<bool> LockOtherRowAsync(int side, CancellationToken cancellationToken)
    {
        var victim = false;
        try
        {
            await UpdateAsync(side, row: 1 - side, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            victim = true;
        }

        await PostgresServer.ExecuteAsync(_sessions[side], victim ? "ROLLBACK" : "COMMIT", cancellationToken);
        return victim;
    }

    private async Task UpdateAsync(int side, int row, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DeadlockTable.UpdateRow, _sessions[side]) { Parameters = { new() { Value = _pair }, new() { Value = row } } };
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new FaultException($"row {row} of pair {_pair} in {DeadlockTable.Name} is not there: the table was changed by another");
        }
    }
}
