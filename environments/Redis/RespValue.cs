using System.Collections.Immutable;
using System.Text;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>The kinds of reply of RESP 2.</summary>
public enum RespKind
{
    /// <summary>A line of text, such as <c>OK</c>.</summary>
    SimpleString,

    /// <summary>An error's line of text, such as <c>ERR unknown command</c>.</summary>
    Error,

    /// <summary>A whole number of 64 bits.</summary>
    Number,

    /// <summary>Any bytes.</summary>
    BulkString,

    /// <summary>A sequence of replies.</summary>
    Array,

    /// <summary>An absent bulk string or array.</summary>
    Null,
}

/// <summary>A reply of a Redis server.</summary>
public sealed class RespValue
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly long _number;

    private RespValue(RespKind kind, ReadOnlyMemory<byte> bytes = default, long number = 0, ImmutableArray<RespValue> items = default)
    {
        Kind = kind;
        _bytes = bytes;
        _number = number;
        Items = items.IsDefault ? [] : items;
    }

    /// <summary>What kind of reply it is.</summary>
    public RespKind Kind { get; }

    /// <summary>The replies in an array; empty for every other kind.</summary>
    public ImmutableArray<RespValue> Items { get; }

    /// <summary>Whether the server answered with an error.</summary>
    public bool IsError => Kind is RespKind.Error;

    /// <summary>Whether it is the absent reply, e.g. of a key that is not there.</summary>
    public bool IsNull => Kind is RespKind.Null;

    /// <summary>The bytes of a simple string, an error or a bulk string; empty for every other kind.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The absent reply.</summary>
    public static RespValue Null { get; } = new(RespKind.Null);

    /// <summary>A simple string.</summary>
    public static RespValue SimpleString(ReadOnlyMemory<byte> line) => new(RespKind.SimpleString, line);

    /// <summary>An error.</summary>
    public static RespValue Error(ReadOnlyMemory<byte> line) => new(RespKind.Error, line);

    /// <summary>A whole number.</summary>
    public static RespValue Number(long number) => new(RespKind.Number, number: number);

    /// <summary>A bulk string.</summary>
    public static RespValue BulkString(ReadOnlyMemory<byte> bytes) => new(RespKind.BulkString, bytes);

    /// <summary>An array.</summary>
    public static RespValue Array(ImmutableArray<RespValue> items) => new(RespKind.Array, items: items);

    /// <summary>The text of a simple string, an error or a bulk string (UTF-8).</summary>
    /// <exception cref="RedisException">The reply is of another kind.</exception>
    public string AsString() => Kind is RespKind.SimpleString or RespKind.Error or RespKind.BulkString
        ? Encoding.UTF8.GetString(_bytes.Span)
        : throw Unexpected("text");

    /// <summary>The number of an integer.</summary>
    /// <exception cref="RedisException">The reply is of another kind.</exception>
    public long AsInteger() => Kind is RespKind.Number ? _number : throw Unexpected("an integer");

    /// <summary>The replies of an array.</summary>
    /// <exception cref="RedisException">The reply is of another kind.</exception>
    public ImmutableArray<RespValue> AsArray() => Kind is RespKind.Array ? Items : throw Unexpected("an array");

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        RespKind.Null => "(nil)",
        RespKind.Number => $"(number) {_number}",
        RespKind.Array => $"[{string.Join(", ", Items)}]",
        _ => AsString(),
    };

    private RedisException Unexpected(string wanted) => new($"expected {wanted} from Redis, got {Kind}: {this}");
}
