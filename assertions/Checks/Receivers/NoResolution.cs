using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Receivers;

/// <summary>A receiver's integration that is never told that an alert is over.</summary>
public sealed class NoResolution : ICheck
{
    /// <inheritdoc/>
    public string Name => "receiver/no-resolution";

    /// <inheritdoc/>
    public string About => "a receiver that is never told that an alert is over";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from receiver in subject.Folder.Alertmanager?.Receivers ?? ImmutableArray<Receiver>.Empty
        from integration in receiver.Integrations
        where !integration.SendsResolved
        select new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = receiver.Name,
            Position = integration.SendResolvedText?.Position ?? integration.Position,
            Message = integration.SendResolvedText is null
                ? $"{integration.Kind} is not told of resolutions unless send_resolved says so, and it does not: for its readers an incident never ends"
                : $"send_resolved is false: for the readers of {integration.Kind} an incident never ends",
            Fix = "set send_resolved to true",
        };
}
