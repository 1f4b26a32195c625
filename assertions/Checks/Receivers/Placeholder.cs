using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Receivers;

/// <summary>A key or an address that still has to be filled in. The strategy's own configuration has such on purpose: it is published.</summary>
public sealed partial class Placeholder : ICheck
{
    private static readonly string[] Filled = ["api_key", "api_url", "auth_password", "bot_token", "routing_key", "service_key", "token", "url", "user_key", "webhook_url"];

    /// <inheritdoc/>
    public string Name => "receiver/placeholder";

    /// <inheritdoc/>
    public string About => "a key or an address of a receiver that is still to be filled in";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var file = subject.Folder.Alertmanager;
        var global = from field in file?.Global ?? []
                     where field.Value is ConfigurationScalar
                     select (Subject: field.Name, Setting: field.Name, ((ConfigurationScalar)field.Value).Text);
        var own = from receiver in file?.Receivers ?? []
                  from integration in receiver.Integrations
                  from field in integration.Source.Fields
                  where Filled.Contains(field.Name) && field.Value is ConfigurationScalar
                  select (Subject: receiver.Name, Setting: field.Name, ((ConfigurationScalar)field.Value).Text);
        return from setting in global.Concat(own)
               where Evident().IsMatch(setting.Text.Value)
               let place = TextPlace.Of(setting.Text)
               select new Finding
               {
                   Check = Name,
                   Severity = subject.Contracts.IsEmpty ? Severity.Warning : Severity.Info,
                   Subject = setting.Subject,
                   Position = place.Position,
                   Length = place.Length,
                   Message = $"expected {setting.Setting} to be filled in, found a placeholder: nobody is told this way",
                   Fix = "fill it in, or take it from a file by the setting that ends in _file",
               };
    }

    [GeneratedRegex(@"(^|[/_\-.=])YOUR([/_\-]|$)|^<[^<>]+>$|^(CHANGE_?ME|REPLACE_?ME|TODO|XXX+)$|/T0+/B0+/X+$|REPLACE_WITH|CHANGEME", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Evident();
}
