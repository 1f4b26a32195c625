namespace NovaCron.Validation.Environments.Redis;

/// <summary>A command or a connection to Redis failed; the message says what was attempted, on what server, and what came back.</summary>
public class RedisException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RedisException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public RedisException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>The server answered a command with an error, e.g. <c>OOM command not allowed</c>.</summary>
public sealed class RedisServerException : RedisException
{
    /// <summary>Creates the exception.</summary>
    public RedisServerException(string message) : base(message) { }
}

/// <summary>The connection could not be made, broke, or carried something that is no RESP; it is closed and not made again.</summary>
public sealed class RedisConnectionException : RedisException
{
    /// <summary>Creates the exception.</summary>
    public RedisConnectionException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    public RedisConnectionException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>The server did not answer within the timeout; the connection is closed, since a late answer would be taken for the next one's.</summary>
public sealed class RedisTimeoutException : RedisException
{
    /// <summary>Creates the exception.</summary>
    public RedisTimeoutException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>Bytes that are no RESP, or more of them than a reply may have.</summary>
public sealed class RespFormatException : RedisException
{
    /// <summary>Creates the exception.</summary>
    public RespFormatException(string message) : base(message) { }
}
