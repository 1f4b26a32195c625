using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>receivers</c> of <c>alertmanager.yml</c>.</summary>
/// <param name="global">The file's <c>global</c>.</param>
internal sealed class ReceiverReader(ConfigurationMap global)
{
    private const string Configurations = "_configs";
    private const string File = "_file";

    public Receiver Read(YamlMap map)
    {
        var name = map.RequiredText("name", "a receiver");
        var kinds = map.Keys.Where(k => k.EndsWith(Configurations, StringComparison.Ordinal)).ToList();
        return new Receiver(name, [.. kinds.SelectMany(kind => map.Maps(kind).Select(i => ReadIntegration(kind[..^Configurations.Length], i)))], map.Position)
        {
            NamePosition = map.PositionOfValue("name"),
            Extra = map.Fields(["name", .. kinds]),
        };
    }

    private Integration ReadIntegration(string kind, YamlMap map)
    {
        var settings = map.Keys
            .Where(k => map.TryGet(k, out var value) && value is YamlScalarNode)
            .ToImmutableSortedDictionary(k => k, k => map.Text(k) ?? "", StringComparer.Ordinal);
        var known = IntegrationKind.Find(kind);
        var address = (known?.AddressSettings ?? ["url"]).SelectMany(a => (string[])[a, a + File])
            .Select(a => settings.GetValueOrDefault(a, "")).FirstOrDefault(a => a.Length > 0) ?? "";
        return new Integration(kind, address, map.Flag("send_resolved") ?? known?.SendsResolved ?? true, settings, map.Position)
        {
            SendResolvedText = map.Located("send_resolved"),
            Source = map.ToNode(),
            Inherited = [.. (known?.Inherits ?? []).Where(i => !IsSet(map, i.Name) && !(i.MayBeFile && IsSet(map, i.Name + File))).Select(Inherit)],
        };
    }

    private InheritedSetting Inherit(GlobalSetting setting)
    {
        var name = setting.MayBeFile && global[setting.GlobalName] is null && global[setting.GlobalName + File] is not null ? setting.GlobalName + File : setting.GlobalName;
        return new InheritedSetting(setting.Name, name, global[name], setting.Default);
    }

    private static bool IsSet(YamlMap map, string key) => map.TryGet(key, out var value) && value is not YamlScalarNode { Value: "" };
}
