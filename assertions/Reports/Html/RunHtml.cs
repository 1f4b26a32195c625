using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NovaCron.Validation.Assertions.Reports.Html.Model;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>Writes a run as one self-contained HTML page: no network, no other file, nothing that runs but its own script.</summary>
public static class RunHtml
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "report.html";

    /// <summary>The content of the file.</summary>
    public static async Task<string> RenderAsync(ReportInput input)
    {
        var model = ReportModel.Of(input);
        return HtmlPage.Around(model.Title, await RenderAsync<ReportBody>(new Dictionary<string, object?> { [nameof(ReportBody.Report)] = model }));
    }

    /// <summary>A component as HTML, with what no reader should meet in it replaced (<see cref="HtmlText"/>).</summary>
    /// <typeparam name="TComponent">Component.</typeparam>
    /// <param name="parameters">Its parameters, by name.</param>
    internal static async Task<string> RenderAsync<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return HtmlText.Finish(html);
    }
}
