using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>The web server that plays Slack and PagerDuty over TLS, and shows over plain HTTP what it got.</summary>
internal static class ReceiversApp
{
    /// <summary>Longest body taken, bytes; longer ones are answered 413.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    /// <summary>Builds it, not yet started.</summary>
    /// <param name="secure">Where to listen with TLS; port 0 has one chosen.</param>
    /// <param name="plain">Where to listen without; <c>/requests</c> and <c>/healthz</c> are served there only.</param>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="log">Keeps what arrives.</param>
    /// <param name="time">Tells when it arrived.</param>
    public static WebApplication Build(IPEndPoint secure, IPEndPoint plain, X509Certificate2 certificate, RequestLog log, TimeProvider time)
    {
        var builder = BareServer.Create();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(secure, listener => listener.UseHttps(certificate));
            kestrel.Listen(plain);
        });
        var app = builder.Build();
        var intake = new Intake(log, time);
        app.Run(context => context.Request switch
        {
            { IsHttps: false, Method: "GET", Path.Value: "/requests" } => WriteKeptAsync(context, log),
            { IsHttps: false, Method: "GET", Path.Value: "/healthz" } => context.Response.WriteAsync("ok", context.RequestAborted),
            _ => intake.HandleAsync(context),
        });
        return app;
    }

    private static async Task WriteKeptAsync(HttpContext context, RequestLog log)
    {
        var after = context.Request.Query["after"].ToString();
        if (!long.TryParse(after.Length == 0 ? "0" : after, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"after must be a sequence number; it is '{after}'", context.RequestAborted);
            return;
        }
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, log.After(sequence), ReceiversJson.Default.IReadOnlyListReceivedRequest, context.RequestAborted);
    }
}
