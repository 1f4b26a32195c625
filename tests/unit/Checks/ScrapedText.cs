using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.Checks;

/// <summary>Rules beside a <c>prometheus.yml</c>, as checks see them.</summary>
internal static class ScrapedText
{
    public const string Redis = "- job_name: redis-exporter\n  static_configs:\n  - targets: ['redis-exporter:9121']\n";
    public const string Postgres = "- job_name: postgres-exporter\n  static_configs:\n  - targets: ['postgres-exporter:9187']\n";
    public const string KubeStateMetrics = "- job_name: kube-state-metrics\n  static_configs:\n  - targets: ['kube-state-metrics:8080']\n";
    public const string Cadvisor = "- job_name: cadvisor\n  kubernetes_sd_configs:\n  - role: node\n";
    public const string Application = "- job_name: shop\n  static_configs:\n  - targets: ['shop:8000']\n";
    public const string Discovered = "- job_name: pods\n  kubernetes_sd_configs:\n  - role: pod\n";

    /// <summary>A rule file and scrape jobs, 15 s apart.</summary>
    public static CheckSubject Subject(string jobs, string rules, ImmutableArray<AlertContract>? contracts = null, Systems? systems = null)
    {
        var read = CheckedText.Subject([], ("prometheus.yml", $"global:\n  scrape_interval: 15s\n  evaluation_interval: 30s\nrule_files: [rules/*.yml]\nscrape_configs:\n{jobs}"), ("rules/r.yml", rules));
        return new CheckSubject(read.Folder, contracts ?? []) { Systems = systems };
    }

    /// <summary>A rule file with one alerting rule, whose expression begins at line 5, column 11.</summary>
    public static string Alert(string expression, string rest = "") => $"groups:\n- name: g\n  rules:\n  - alert: A\n    expr: {expression}\n{rest}";

    /// <summary>What a check says of one alert beside scrape jobs.</summary>
    public static IReadOnlyList<string> Say(ICheck check, string jobs, string expression) => CheckedText.Say(check, Subject(jobs, Alert(expression)));
}
