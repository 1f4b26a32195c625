namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>One call of the engine's API.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query below the version.</param>
/// <param name="Attempt">What is attempted on what, to follow "Could not" in a message.</param>
/// <param name="Timeout">Longest time from the gate to the last byte, wall time.</param>
internal sealed record EngineRequest(HttpMethod Method, string Path, string Attempt, TimeSpan Timeout)
{
    /// <summary>The body; null for none.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Statuses from 400 up that are an answer and no failure.</summary>
    public IReadOnlyList<int> Accepted { get; init; } = [];

    /// <summary>For how long the call counts as one of those in the engine.</summary>
    public GatePassage Passage { get; init; } = GatePassage.Whole;

    /// <summary>What a timeout means; null for a hanging engine.</summary>
    public string? TimeoutMeaning { get; init; }

    /// <summary>A request that reads.</summary>
    public static EngineRequest Get(string path, string attempt, TimeSpan timeout) => new(HttpMethod.Get, path, attempt, timeout);

    /// <summary>A request that changes something.</summary>
    /// <param name="path">Path and query below the version.</param>
    /// <param name="attempt">What is attempted on what.</param>
    /// <param name="timeout">Longest time.</param>
    /// <param name="body">Sent as JSON; null for no body.</param>
    public static EngineRequest Post(string path, string attempt, TimeSpan timeout, object? body = null) =>
        new(HttpMethod.Post, path, attempt, timeout) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body, body.GetType(), options: Wire.Options) };

    /// <summary>A request that removes something.</summary>
    public static EngineRequest Delete(string path, string attempt, TimeSpan timeout) => new(HttpMethod.Delete, path, attempt, timeout);
}

/// <summary>For how long a call takes one of the gate's places.</summary>
internal enum GatePassage
{
    /// <summary>From its beginning to the last byte of its answer.</summary>
    Whole,

    /// <summary>Until the engine begins to answer; for work that then goes on inside a container.</summary>
    UntilHeaders,

    /// <summary>Never; for calls that only wait.</summary>
    None,
}

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The whole body.</param>
internal sealed record EngineReply(int Status, string Body);
