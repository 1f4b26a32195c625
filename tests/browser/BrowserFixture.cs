using Microsoft.Playwright;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Tests.Browser;

/// <summary>One browser, and the reports of the test data, written as a run writes them and opened from disk.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("novacron-validation-browser-").FullName;
    private readonly Dictionary<string, string> files = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Dictionary<string, RunFolder> Folders { get; } = [];

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } path)
        {
            Assert.False(Chromium.IsCi, Chromium.HowToGetIt);
            return;
        }

        foreach (var name in new[] { "documented", "corrected" })
        {
            await AddAsync(name, await RunFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", name), CancellationToken.None));
        }

        await AddAsync("hostile", HostileFolder.Create());
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    public string FileOf(string report) => files[report];

    /// <summary>Opens a report in a fresh context.</summary>
    /// <param name="report">documented, corrected or hostile.</param>
    /// <param name="place">What follows the # in the address.</param>
    /// <param name="options">How the browser is set.</param>
    public async Task<ReportPage> OpenAsync(string report, string place = "", BrowserNewContextOptions? options = null)
    {
        var context = await browser!.NewContextAsync(options ?? new BrowserNewContextOptions());
        var page = new ReportPage(context, await context.NewPageAsync());
        await page.GoAsync(new Uri(files[report]).AbsoluteUri + (place.Length > 0 ? "#" + place : ""));
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task AddAsync(string name, RunFolder run)
    {
        Folders[name] = run;
        files[name] = Path.Combine(folder, $"{name}.html");
        var before = run.Result with { RunId = "r260101020304abcd", StartedAt = null };
        await File.WriteAllTextAsync(files[name], await RunHtml.RenderAsync(new ReportInput(run) { Trend = Trend.Of([before, run.Result]).Configurations.Single() }));
    }
}

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
