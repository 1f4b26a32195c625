using System.Collections.Immutable;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>A request as it arrived; served as JSON by <c>GET /requests</c>.</summary>
/// <param name="Sequence">Order of arrival, from 1.</param>
/// <param name="ReceivedAt">When the last byte of the body had arrived, UTC.</param>
/// <param name="Host">The <c>Host</c> header, lower case, without port.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Headers, names in lower case.</param>
/// <param name="Body">Body as text.</param>
/// <param name="StatusCode">What was answered.</param>
internal sealed record ReceivedRequest(
    long Sequence,
    DateTimeOffset ReceivedAt,
    string Host,
    string Method,
    string Path,
    ImmutableSortedDictionary<string, string> Headers,
    string Body,
    int StatusCode);
