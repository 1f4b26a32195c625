using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>
/// Knows which settings of each file are documented durations: how often, for how long, how late.
/// Timeouts of network calls and intervals of service discovery are not: they answer to real machines and stay.
/// </summary>
internal static class FileDurations
{
    /// <summary>The durations of <c>prometheus.yml</c>.</summary>
    public static IReadOnlyList<DurationSite> Of(PrometheusFile prometheus)
    {
        var yaml = YamlFile.Parse(prometheus.File);
        var root = yaml.RootMap();
        var sites = new DurationSites(yaml);
        if (root.Map("global") is { } global)
        {
            foreach (var key in (string[])["scrape_interval", "scrape_timeout", "evaluation_interval", "rule_query_offset"])
            {
                sites.AddSetting(global, key, key);
            }
        }

        sites.AddDefaults(root, "global",
        [
            ("scrape_interval", PrometheusFile.DefaultScrapeInterval),
            ("scrape_timeout", prometheus.ScrapeTimeout),
            ("evaluation_interval", PrometheusFile.DefaultEvaluationInterval),
        ]);
        foreach (var job in root.Maps("scrape_configs"))
        {
            sites.AddSetting(job, "scrape_interval", $"{job.Text("job_name")} scrape_interval");
            sites.AddSetting(job, "scrape_timeout", $"{job.Text("job_name")} scrape_timeout");
        }

        return sites.InOrder;
    }

    /// <summary>The durations of a rule file.</summary>
    public static IReadOnlyList<DurationSite> Of(RuleFile file)
    {
        var yaml = YamlFile.Parse(file.File);
        var sites = new DurationSites(yaml);
        foreach (var group in yaml.RootMap().Maps("groups"))
        {
            sites.AddSetting(group, "interval", $"{group.Text("name")} interval");
            sites.AddSetting(group, "query_offset", $"{group.Text("name")} query_offset");
            foreach (var rule in group.Maps("rules"))
            {
                var name = rule.Text("alert") ?? rule.Text("record");
                sites.AddExpression(rule, "expr", $"{name} expr");
                sites.AddSetting(rule, "for", $"{name} for");
                sites.AddSetting(rule, "keep_firing_for", $"{name} keep_firing_for");
            }
        }

        return sites.InOrder;
    }

    /// <summary>The durations of <c>alertmanager.yml</c>.</summary>
    public static IReadOnlyList<DurationSite> Of(AlertmanagerFile alertmanager)
    {
        var yaml = YamlFile.Parse(alertmanager.File);
        var root = yaml.RootMap();
        var sites = new DurationSites(yaml);
        if (root.Map("global") is { } global)
        {
            sites.AddSetting(global, "resolve_timeout", "resolve_timeout");
        }

        sites.AddDefaults(root, "global", [("resolve_timeout", AlertmanagerFile.DefaultResolveTimeout)]);
        if (root.Map("route") is { } route)
        {
            sites.AddDefaults(route,
            [
                ("group_wait", Route.DefaultGroupWait),
                ("group_interval", Route.DefaultGroupInterval),
                ("repeat_interval", Route.DefaultRepeatInterval),
            ]);
            AddRoute(sites, route, "");
        }

        return sites.InOrder;
    }

    private static void AddRoute(DurationSites sites, YamlMap route, string prefix)
    {
        foreach (var key in (string[])["group_wait", "group_interval", "repeat_interval"])
        {
            sites.AddSetting(route, key, prefix + key);
        }

        foreach (var child in route.Maps("routes"))
        {
            AddRoute(sites, child, (child.Text("receiver") ?? "route") + " ");
        }
    }
}
