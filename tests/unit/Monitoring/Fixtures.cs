using System.Text;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Monitoring;

/// <summary>The project's own configurations, and ones made up for a test.</summary>
internal static class Fixtures
{
    public const string MinimalPrometheus = "rule_files: ['/etc/prometheus/rules/*.yml']\n";
    public const string MinimalAlertmanager = "route:\n  receiver: r\nreceivers:\n- name: r\n";
    public const string MinimalRules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n";

    public static string PathOf(string configuration)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "NovaCron.Validation.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root!.FullName, "environments", "monitoring", configuration);
    }

    public static MonitoringConfiguration Load(string configuration) => MonitoringConfiguration.Load(PathOf(configuration));

    /// <summary>Writes a configuration, reads it, and removes it again.</summary>
    public static MonitoringConfiguration Make(
        string prometheus = MinimalPrometheus, string alertmanager = MinimalAlertmanager, string rules = MinimalRules, params (string Name, string Text)[] more)
    {
        var folder = Directory.CreateTempSubdirectory("novacron-validation-test-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "rules"));
            foreach (var (name, text) in more.Concat([("prometheus.yml", prometheus), ("alertmanager.yml", alertmanager), ("rules/r.yml", rules)]))
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name), Encoding.UTF8.GetBytes(text));
            }

            return MonitoringConfiguration.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
