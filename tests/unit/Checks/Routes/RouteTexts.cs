using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Tests.Unit.Checks.Routes;

/// <summary>Three alerts, and routes for them.</summary>
internal static class RouteTexts
{
    public const string Rules = """
        groups:
        - name: g
          rules:
          - alert: DbSlow
            expr: pg_latency > 1
            labels: {severity: warning, component: db}
          - alert: ApiDown
            expr: up == 0
            labels: {severity: critical, component: api}
          - alert: Total
            expr: sum(x) > 1
            labels: {severity: critical, component: api}

        """;

    /// <summary>The alerts, under a root that tells <c>a</c>.</summary>
    public static CheckSubject Subject(string routes, string root = "", string prometheus = "global: {}\n", string rules = Rules) => CheckedText.Subject(
        [],
        ("rules/r.yml", rules),
        ("prometheus.yml", prometheus),
        ("alertmanager.yml", $"route:\n  receiver: a{root}\n{(routes.Length > 0 ? "  routes:\n" : "")}{routes}receivers: [{{name: a}}, {{name: b}}, {{name: c}}]\n"));
}
