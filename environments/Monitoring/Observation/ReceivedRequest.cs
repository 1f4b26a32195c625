using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>A request as the receivers' stand-in got it over TLS.</summary>
/// <param name="Sequence">Order of arrival, from 1.</param>
/// <param name="ReceivedAt">When the last byte of the body had arrived.</param>
/// <param name="Host">The <c>Host</c> header, e.g. <c>hooks.slack.com</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Headers, names in lower case.</param>
/// <param name="Body">Body as text.</param>
/// <param name="StatusCode">What the stand-in answered.</param>
public sealed record ReceivedRequest(
    long Sequence,
    DateTimeOffset ReceivedAt,
    string Host,
    string Method,
    string Path,
    ImmutableSortedDictionary<string, string> Headers,
    string Body,
    int StatusCode);
