using System.Globalization;
using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>The keys that the fault writes: unique, recognisable, and expiring by themselves should nobody live to delete them.</summary>
/// <param name="valueBytes">Size of each value, bytes.</param>
/// <param name="lifetime">When a key expires, from its writing. A key with an expiry is evictable under every evicting policy, the volatile ones included.</param>
internal sealed class EvictionKeys(int valueBytes, TimeSpan lifetime)
{
    /// <summary>Prefix of every key of the fault, and of nothing else.</summary>
    public const string Prefix = "novacron-validation:evict:";

    private const int PageSize = 1000;
    private readonly RedisValue _value = new byte[valueBytes];
    private readonly RedisValue _seconds = (long)Math.Ceiling(lifetime.TotalSeconds);
    private readonly string _series = Guid.NewGuid().ToString("N");
    private long _written;

    /// <summary>Commands that write the next new keys.</summary>
    public IReadOnlyList<IReadOnlyList<RedisValue>> NextWrites(int count) => [.. Enumerable.Range(0, count).Select(_ => NextWrite())];

    /// <summary>Deletes every key of the fault, of this and of any earlier process.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<long> DeleteAllAsync(RedisConnection connection, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        await foreach (var page in ScanAsync(connection, cancellationToken))
        {
            deleted += (await connection.ExecuteAsync(["UNLINK", .. page], cancellationToken)).AsInteger();
        }

        return deleted;
    }

    /// <summary>Counts the keys of the fault that exist.</summary>
    public static async Task<long> CountAsync(RedisConnection connection, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var page in ScanAsync(connection, cancellationToken))
        {
            count += page.Count;
        }

        return count;
    }

    // A cursor visits every key that exists throughout; keys come and go meanwhile, so the number of pages follows the size of the database.
    private static async IAsyncEnumerable<IReadOnlyList<RedisValue>> ScanAsync(
        RedisConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "0";
        do
        {
            var reply = (await connection.ExecuteAsync(["SCAN", cursor, "MATCH", Prefix + "*", "COUNT", PageSize], cancellationToken)).AsArray();
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
        ["SET", string.Create(CultureInfo.InvariantCulture, $"{Prefix}{_series}:{_written++}"), _value, "EX", _seconds];
}
