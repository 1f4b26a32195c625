using System.Reflection;
using Microsoft.Playwright;

namespace NovaCron.Validation.Tests.Browser;

/// <summary>An open report, with what the browser complained of and asked for.</summary>
public sealed class ReportPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    internal ReportPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public Task GoAsync(string address) => Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    public ILocator Row(string alert) => Page.Locator($".matrix tr[data-alert='{alert}']");

    public ILocator Article(string alert) => Page.Locator($"article.alert[data-for='{alert}']");

    /// <summary>What a script of the test project returns when it runs in the page.</summary>
    public async Task<T> RunAsync<T>(string script)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"scripts/{script}.js")!;
        using var reader = new StreamReader(stream);
        return await Page.EvaluateAsync<T>(await reader.ReadToEndAsync());
    }

    /// <summary>Waits until the browser has complained of something.</summary>
    /// <param name="part">A part of the complaint.</param>
    public async Task UntilComplainedAsync(string part)
    {
        for (var tries = 0; tries < 100 && !Complaints.ToArray().Any(c => c.Contains(part, StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(50);
        }

        Complaints.Should().Contain(c => c.Contains(part, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
