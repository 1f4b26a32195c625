using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Redis;

/// <summary>An argument of a command: any bytes, made from text (as UTF-8), a number or bytes.</summary>
/// <param name="Bytes">The argument's bytes.</param>
public readonly record struct RedisValue(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Text, as UTF-8.</summary>
    public static implicit operator RedisValue(string text) => FromString(text);

    /// <summary>Bytes as they are.</summary>
    public static implicit operator RedisValue(byte[] bytes) => FromByteArray(bytes);

    /// <summary>A whole number in decimal.</summary>
    public static implicit operator RedisValue(long number) => FromInt64(number);

    /// <summary>Text, as UTF-8.</summary>
    public static RedisValue FromString(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes as they are.</summary>
    public static RedisValue FromByteArray(byte[] bytes) => new(bytes);

    /// <summary>A whole number in decimal.</summary>
    public static RedisValue FromInt64(long number) => FromString(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);
}
