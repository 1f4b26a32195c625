using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>systems.yaml</c>.</summary>
internal static class SystemsReader
{
    public static Systems Read(ConfigurationFile file)
    {
        var root = YamlFile.Parse(file).RootMap();
        root.AllowOnly(Systems.FileName, "exporters", "postgres", "amends");
        var exporters = root.Map("exporters");
        exporters?.AllowOnly("'exporters'", "postgres-exporter", "redis-exporter");
        var postgres = root.Map("postgres");
        postgres?.AllowOnly("'postgres'", "monitoring_role");
        var role = postgres?.Map("monitoring_role");
        role?.AllowOnly("'monitoring_role'", "member_of");
        return new Systems(
            Flags(exporters, "postgres-exporter"),
            Flags(exporters, "redis-exporter"),
            role is null ? Systems.Stock.MonitoringRoleMemberOf : [.. role.Texts("member_of").Select(r => r.Text)])
        {
            Amends = [.. root.Texts("amends").Select(a => new Amendment(a.Text, a.Position))],
        };
    }

    private static ImmutableArray<string> Flags(YamlMap? exporters, string name)
    {
        var exporter = exporters?.Map(name);
        exporter?.AllowOnly($"'{name}'", "flags");
        return exporter is null ? [] : [.. exporter.Texts("flags").Select(f => f.Text)];
    }
}
