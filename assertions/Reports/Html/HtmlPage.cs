using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>
/// The page around the report. Style and script stand in the page and are named by their hashes in a content security policy that forbids all else:
/// no request leaves the page, and nothing in a message, however it got there, can run.
/// </summary>
internal static class HtmlPage
{
    /// <summary>The whole page.</summary>
    /// <param name="title">Title, as plain text.</param>
    /// <param name="body">Content of the body, as HTML.</param>
    public static string Around(string title, string body)
    {
        var style = Asset("report.css");
        var script = Asset("report.js");
        var policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{HtmlText.Finish(HtmlEncoder.Default.Encode(title))}</title>
            <style>{style}</style>
            <script>{script}</script>
            </head>
            <body>
            {body}
            </body>
            </html>

            """;
    }

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"html/{name}") ?? throw new InvalidOperationException($"the asset {name} is not part of the program; build it again");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
