using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A message that reads a field which Alertmanager's data does not have, so that the message cannot be made and nobody is told.</summary>
public sealed class UnknownField : ICheck
{
    // Source: Alertmanager's template/template.go, Data, Alerts, Alert and KV.
    private static readonly ImmutableHashSet<string> Data = ["Receiver", "Status", "Alerts", "GroupLabels", "CommonLabels", "CommonAnnotations", "ExternalURL"];
    private static readonly ImmutableHashSet<string> OfAlert = ["Status", "Labels", "Annotations", "StartsAt", "EndsAt", "GeneratorURL", "Fingerprint"];
    private static readonly ImmutableHashSet<string> OfAlerts = ["Firing", "Resolved", FieldRead.Element];

    /// <inheritdoc/>
    public string Name => "message/unknown-field";

    /// <inheritdoc/>
    public string About => "a message that reads a field which Alertmanager does not have, so that it cannot be sent";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var files = TemplateFiles.Of(subject);
        return from template in MessageTemplate.Of(subject)
               where template.Parsed is not null
               from read in FieldReader.OfMessage(template.Parsed!, template.Source, files.Find)
               let unknown = Unknown(read.Path)
               where unknown is not null
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = template.Receiver.Name,
                   Position = read.Place.Position,
                   Length = read.Place.Length,
                   Message = $"Alertmanager's data has no {unknown}, so that the message cannot be made, and nobody is told",
                   Fix = "read a field that is there",
               };
    }

    private static string? Unknown(ImmutableArray<string> path)
    {
        if (path.IsEmpty || !Data.Contains(path[0]))
        {
            return path.IsEmpty ? null : $"field {path[0]}";
        }

        var rest = path[0] == "Alerts" ? path.Skip(1).ToList() : [];
        if (rest.Count > 0 && !OfAlerts.Contains(rest[0]))
        {
            return $"field {rest[0]} of Alerts";
        }

        var alert = rest.SkipWhile(p => p != FieldRead.Element).Skip(1).FirstOrDefault();
        return alert is null || OfAlert.Contains(alert) ? null : $"field {alert} of an alert";
    }
}
