namespace NovaCron.Validation.Tests.Browser;

/// <summary>The browser that the tests drive: the one that NOVACRON_VALIDATION_CHROMIUM names, else the one on the path. None is ever downloaded.</summary>
internal static class Chromium
{
    public const string HowToGetIt = "no Chromium: install Debian's package chromium, or name one in NOVACRON_VALIDATION_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static bool IsCi => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    public static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("NOVACRON_VALIDATION_CHROMIUM");
        return !string.IsNullOrEmpty(named) ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}

/// <summary>A test that needs a browser: without one it is skipped, and fails in CI.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Find() is null && !Chromium.IsCi ? Chromium.HowToGetIt : null;
}

/// <summary>A test with data that needs a browser: without one it is skipped, and fails in CI.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Find() is null && !Chromium.IsCi ? Chromium.HowToGetIt : null;
}
