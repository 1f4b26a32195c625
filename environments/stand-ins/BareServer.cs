namespace NovaCron.Validation.StandIns;

/// <summary>A web server without what a stand-in does not need: no settings files, hence no watch on them, of which the kernel grants a user only so many.</summary>
internal static class BareServer
{
    /// <summary>A builder with Kestrel, TLS and warnings on the console.</summary>
    public static WebApplicationBuilder Create()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        return builder;
    }
}
