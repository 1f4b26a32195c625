using System.Net;
using System.Security.Cryptography.X509Certificates;
using NovaCron.Validation.StandIns.Kubernetes.Metrics;
using NovaCron.Validation.StandIns.Kubernetes.Server;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes;

/// <summary>The web server: the API over TLS, kube-state-metrics over plain HTTP.</summary>
internal static class KubernetesApp
{
    /// <summary>Builds it, not yet started.</summary>
    /// <param name="secure">Where the API listens; port 0 has one chosen.</param>
    /// <param name="plain">Where kube-state-metrics listens.</param>
    /// <param name="certificate">The API's certificate.</param>
    /// <param name="api">The API.</param>
    /// <param name="store">Its objects.</param>
    public static WebApplication Build(IPEndPoint secure, IPEndPoint plain, X509Certificate2 certificate, ApiServer api, ResourceStore store)
    {
        var builder = BareServer.Create();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A watch may be quiet for minutes.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(secure, listener => listener.UseHttps(certificate));
            kestrel.Listen(plain);
        });
        var app = builder.Build();
        app.Run(context => context.Request switch
        {
            { IsHttps: true } => api.HandleAsync(context),
            { Path.Value: "/metrics" } => ApiWriting.WriteAsync(context, 200, KubeStateMetrics.Format(store), MetricText.ContentType),
            { Path.Value: "/healthz" } => ApiWriting.WriteAsync(context, 200, "ok", "text/plain; charset=utf-8"),
            _ => ApiWriting.WriteAsync(context, 404, "not found", "text/plain; charset=utf-8"),
        });
        return app;
    }
}
