using System.Text.Json.Nodes;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes;

/// <summary>Objects to begin with.</summary>
internal static class Samples
{
    public static JsonObject Deployment(int replicas = 1) => JsonNode.Parse("""
        {"metadata":{"name":"novacron-api"},"spec":{"replicas":REPLICAS,"selector":{"matchLabels":{"app":"novacron"}},
         "template":{"metadata":{"labels":{"app":"novacron","component":"api"}},
          "spec":{"containers":[{"name":"api","image":"api:1","ports":[{"name":"metrics","containerPort":9090}],
           "env":[{"name":"A","value":"b"},{"name":"WHERE","valueFrom":{"fieldRef":{"fieldPath":"spec.nodeName"}}}],
           "resources":{"limits":{"cpu":"250m","memory":"128Mi"}}}]}}}}
        """.Replace("REPLICAS", replicas.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))!.AsObject();

    public static JsonObject Pod(string app = "novacron") => JsonNode.Parse($$$"""
        {"metadata":{"labels":{"app":"{{{app}}}"}},"spec":{"containers":[]},"status":{}}
        """)!.AsObject();
}
