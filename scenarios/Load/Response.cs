namespace NovaCron.Validation.Scenarios.Load;

/// <summary>What became of one request.</summary>
public readonly record struct Response
{
    private Response(bool isError, string statusCode, long sizeBytes, string message) =>
        (IsError, StatusCode, SizeBytes, Message) = (isError, statusCode, sizeBytes, message);

    /// <summary>Whether the request counts as failed.</summary>
    public bool IsError { get; }

    /// <summary>Short, stable word or number under which it is counted, e.g. <c>200</c> or <c>refused</c>; never one per request.</summary>
    public string StatusCode { get; }

    /// <summary>Size of the answer in bytes.</summary>
    public long SizeBytes { get; }

    /// <summary>What went wrong, in words; empty when nothing did.</summary>
    public string Message { get; }

    /// <summary>The request was served.</summary>
    public static Response Ok(string statusCode = "ok", long sizeBytes = 0) => new(false, statusCode, sizeBytes, string.Empty);

    /// <summary>The request was not served.</summary>
    public static Response Fail(string statusCode, string message, long sizeBytes = 0) => new(true, statusCode, sizeBytes, message);
}
