using System.Globalization;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>The keys that a fault writes: unique, recognisable, and expiring by themselves should nobody live to delete them.</summary>
/// <param name="kind">What the fault does, in a word; it is part of every key.</param>
/// <param name="valueBytes">Size of each value, bytes.</param>
/// <param name="lifetime">When a key expires, from its writing. A key with an expiry is evictable under every evicting policy, the volatile ones included.</param>
internal sealed class FaultKeys(string kind, int valueBytes, TimeSpan lifetime)
{
    /// <summary>How long a key lives beyond the longest life of its fault.</summary>
    public static readonly TimeSpan LifetimeBeyondFault = TimeSpan.FromMinutes(10);

    private const int PageSize = 1000;
    private readonly RedisValue _value = new byte[valueBytes];
    private readonly RedisValue _seconds = (long)Math.Ceiling(lifetime.TotalSeconds);
    private readonly string _prefix = Prefix(kind);
    private readonly string _series = Guid.NewGuid().ToString("N");
    private long _written;

    /// <summary>Commands that write the next new keys.</summary>
    public IReadOnlyList<IReadOnlyList<RedisValue>> NextWrites(int count) => [.. Enumerable.Range(0, count).Select(_ => NextWrite())];

    /// <summary>Deletes every key of a kind of fault, of this and of any earlier process.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<long> DeleteAllAsync(string kind, RedisConnection connection, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        await foreach (var page in ScanAsync(kind, connection, cancellationToken))
        {
            deleted += (await connection.ExecuteAsync(["UNLINK", .. page], cancellationToken)).AsInteger();
        }

        return deleted;
    }

    /// <summary>Counts the keys of a kind of fault that exist.</summary>
    public static async Task<long> CountAsync(string kind, RedisConnection connection, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var page in ScanAsync(kind, connection, cancellationToken))
        {
            count += page.Count;
        }

        return count;
    }

    // A cursor visits every key that exists throughout; keys come and go meanwhile, so the number of pages follows the size of the database.
    private static async IAsyncEnumerable<IReadOnlyList<RedisValue>> ScanAsync(
        string kind, RedisConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "0";
        do
        {
            var reply = (await connection.ExecuteAsync(["SCAN", cursor, "MATCH", Prefix(kind) + "*", "COUNT", PageSize], cancellationToken)).AsArray();
            cursor = reply[0].AsString();
            IReadOnlyList<RedisValue> keys = [.. reply[1].AsArray().Select(key => new RedisValue(key.Bytes))];
            if (keys.Count > 0)
            {
                yield return keys;
            }
        }
        while (cursor != "0");
    }

    private IReadOnlyList<RedisValue> NextWrite() =>
        ["SET", string.Create(CultureInfo.InvariantCulture, $"{_prefix}{_series}:{_written++}"), _value, "EX", _seconds];

    private static string Prefix(string kind) => $"novacron-validation:{kind}:";
}
