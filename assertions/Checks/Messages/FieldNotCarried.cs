using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A setting that the protocol of its integration has no place for.</summary>
public sealed class FieldNotCarried : ICheck
{
    private const string V1Key = "service_key";

    // Source: Alertmanager's notify/pagerduty/pagerduty.go, notifyV1 and notifyV2: the payload of version 2 has these, and version 1 has not.
    private static readonly string[] OnlyInV2 = ["class", "component", "group", "images", "links", "severity", "source"];

    /// <inheritdoc/>
    public string Name => "message/field-not-carried";

    /// <inheritdoc/>
    public string About => "a setting of a receiver that its protocol drops";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from receiver in subject.Folder.Alertmanager?.Receivers ?? []
        from integration in receiver.Integrations
        from field in integration.Source.Fields
        where Drops(integration, field.Name)
        let place = TextPlace.Of(field.Position, field.Name)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = receiver.Name,
            Position = place.Position,
            Length = place.Length,
            Message = $"expected {field.Name} to reach PagerDuty, found {V1Key}, which selects Events API v1: its events have no {field.Name}, and Alertmanager drops the setting",
            Fix = "use routing_key with the key of an Events API v2 integration",
        };

    /// <summary>Whether an integration's protocol has no place for a setting.</summary>
    internal static bool Drops(Integration integration, string setting) =>
        integration.Kind == "pagerduty" && Has(integration, V1Key) && !Has(integration, "routing_key") && OnlyInV2.Contains(setting);

    private static bool Has(Integration integration, string key) =>
        integration.Settings.GetValueOrDefault(key, "").Length > 0 || integration.Settings.GetValueOrDefault(key + "_file", "").Length > 0;
}
