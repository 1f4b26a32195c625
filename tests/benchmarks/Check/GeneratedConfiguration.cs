using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Tests.Benchmarks.Check;

/// <summary>
/// A configuration of a size that is asked for, as a company with many services would have it: each service has its scrape job, a chain of
/// recording rules, alerts with templates, and a route with one for its critical alerts below it; ten services share a file.
/// </summary>
internal static class GeneratedConfiguration
{
    private const int ServicesInAFile = 10;

    // Every fifth service has an alert with what people get wrong, so that findings and their places cost what they cost.
    private const int FlawedOneIn = 5;

    private const string Flawed = """
          - alert: SERVICERestarts
            expr: sum by (job) (http_requests_total{job="SERVICE"}) > 1000
            for: 45s
            labels: {severity: warning, team: SERVICE-typo}
            annotations:
              summary: "SERVICE on {{ $labels.instance }} is busy"
              description: "{{ $value | humanizePercentage }} requests"

        """;

    /// <summary>Rules of one service: what it records, then what it alerts on.</summary>
    private const string Service = """
        - name: SERVICE-recordings
          interval: 30s
          rules:
          - record: job:http_requests:rate5m_SERVICE
            expr: sum by (job, namespace) (rate(http_requests_total{job="SERVICE"}[5m]))
          - record: job:http_errors:rate5m_SERVICE
            expr: sum by (job, namespace) (rate(http_requests_total{job="SERVICE", code=~"5.."}[5m]))
          - record: job:http_errors:ratio_rate5m_SERVICE
            expr: job:http_errors:rate5m_SERVICE / job:http_requests:rate5m_SERVICE
          - record: job:http_errors:ratio_avg1h_SERVICE
            expr: avg_over_time(job:http_errors:ratio_rate5m_SERVICE[1h])
          - record: job:http_latency:p99_SERVICE
            expr: histogram_quantile(0.99, sum by (job, namespace, le) (rate(http_request_duration_seconds_bucket{job="SERVICE"}[5m])))
        - name: SERVICE-alerts
          interval: 30s
          rules:
          - alert: SERVICEDown
            expr: up{job="SERVICE"} == 0
            for: 2m
            labels: {severity: critical, team: SERVICE, component: api}
            annotations:
              summary: "SERVICE is down"
              description: "{{ $labels.instance }} of {{ $labels.job }} has been down for more than two minutes"
              runbook_url: https://runbooks.example.org/SERVICE/down
          - alert: SERVICEErrors
            expr: job:http_errors:ratio_rate5m_SERVICE > 0.01 and job:http_errors:ratio_avg1h_SERVICE > 0.005
            for: 5m
            labels: {severity: critical, team: SERVICE, component: api}
            annotations:
              summary: "SERVICE answers with errors"
              description: "{{ $value | humanizePercentage }} of the requests in {{ $labels.namespace }} fail"
              runbook_url: https://runbooks.example.org/SERVICE/errors
          - alert: SERVICESlow
            expr: job:http_latency:p99_SERVICE > 2
            for: 10m
            labels: {severity: warning, team: SERVICE, component: api}
            annotations:
              summary: "SERVICE is slow"
              description: "The slowest hundredth of the requests in {{ $labels.namespace }} takes {{ $value | humanizeDuration }}"
              runbook_url: https://runbooks.example.org/SERVICE/slow
          - alert: SERVICEMemory
            expr: |
              (
                container_memory_working_set_bytes{pod=~"SERVICE-.*", container!=""}
                /
                container_spec_memory_limit_bytes{pod=~"SERVICE-.*", container!=""} > 0
              ) > 0.9
            for: 5m
            labels: {severity: warning, team: SERVICE, component: pod}
            annotations:
              summary: "A pod of SERVICE is short of memory"
              description: "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of what it may"
              runbook_url: https://runbooks.example.org/SERVICE/memory
          - alert: SERVICEQueue
            expr: predict_linear(queue_length{job="SERVICE"}[1h], 4 * 3600) > on (job) group_left () max by (job) (queue_capacity{job="SERVICE"})
            for: 15m
            labels: {severity: info, team: SERVICE, component: queue}
            annotations:
              summary: "A queue of SERVICE fills up"
              description: "{{ with $labels.queue }}{{ . }}{{ else }}a queue{{ end }} will be full in four hours"
              runbook_url: https://runbooks.example.org/SERVICE/queue

        """;

    private static readonly int RulesOfAService = Service.Split("record: ").Length + Service.Split("alert: ").Length - 2;

    /// <summary>Writes the files.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="rules">How many rules at least: services are whole.</param>
    public static void Write(string folder, int rules)
    {
        var services = Enumerable.Range(1, (rules + RulesOfAService - 1) / RulesOfAService).Select(i => i.ToString("svc0000", CultureInfo.InvariantCulture)).ToList();
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        foreach (var (index, some) in services.Chunk(ServicesInAFile).Index())
        {
            var groups = string.Concat(some.Select((s, i) => (i % FlawedOneIn == 0 ? Service + Flawed : Service).Replace("SERVICE", s, StringComparison.Ordinal)));
            File.WriteAllText(Path.Combine(folder, "rules", string.Create(CultureInfo.InvariantCulture, $"services-{index:000}.yml")), $"groups:\n{groups}");
        }

        File.WriteAllText(Path.Combine(folder, "prometheus.yml"), Prometheus(services));
        File.WriteAllText(Path.Combine(folder, "alertmanager.yml"), Alertmanager(services));
    }

    private static string Prometheus(List<string> services)
    {
        var text = new StringBuilder("""
            global: {scrape_interval: 15s, evaluation_interval: 30s, external_labels: {cluster: one}}
            alerting: {alertmanagers: [{static_configs: [{targets: ['alertmanager:9093']}]}]}
            rule_files: [rules/*.yml]
            scrape_configs:
            - {job_name: cadvisor, metrics_path: /metrics/cadvisor, static_configs: [{targets: ['node:10250']}]}

            """);
        services.ForEach(s => text.Append(CultureInfo.InvariantCulture, $"- {{job_name: {s}, static_configs: [{{targets: ['{s}:8000']}}]}}\n"));
        return text.ToString();
    }

    private static string Alertmanager(List<string> services)
    {
        var routes = string.Concat(services.Select(s => $"""
              - matchers: [team="{s}"]
                receiver: {s}
                routes:
                - matchers: [severity="critical"]
                  receiver: {s}-pager

            """));
        var receivers = string.Concat(services.Select(s => string.Concat(
            "- {name: " + s + ", slack_configs: [{api_url: 'https://hooks.slack.com/services/T/B/" + s + "', channel: '#" + s + "', send_resolved: true, ",
            "title: '{{ .GroupLabels.alertname }}', text: '{{ range .Alerts }}{{ .Annotations.description }} {{ end }}'}]}\n",
            "- {name: " + s + "-pager, pagerduty_configs: [{routing_key: " + s + "0123456789abcdef, description: '{{ .CommonAnnotations.summary }}'}]}\n")));
        return $$"""
            route:
              receiver: everyone
              group_by: [alertname, cluster, namespace]
              routes:
            {{routes}}
            inhibit_rules:
            - {source_matchers: [severity="critical"], target_matchers: [severity=~"warning|info"], equal: [team, namespace]}
            - {source_matchers: [component="api", severity="critical"], target_matchers: [component="queue"], equal: [team]}
            receivers:
            - {name: everyone, webhook_configs: [{url: 'http://everyone.example.org/'}]}
            {{receivers}}
            """;
    }
}
