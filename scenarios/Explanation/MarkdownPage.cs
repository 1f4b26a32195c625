using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>A page of the project's own documentation, for a terminal: broken at its width, without the signs that only Markdown needs.</summary>
internal sealed class MarkdownPage(IAnsiConsole console)
{
    private const int ExampleIndent = 4;

    // The first column is what a row is about: from this width on it is not broken.
    private const int WidthForNames = 80;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private bool HasColours => console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    /// <summary>Writes a page.</summary>
    public void Write(string text)
    {
        Block? before = null;
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            if (before is not null && !(IsSetOff(before) || IsSetOff(block)))
            {
                console.WriteLine();
            }

            Write(block, text);
            before = block;
        }
    }

    // This border has empty lines above and below.
    private bool IsSetOff(Block block) => block is Markdig.Extensions.Tables.Table && Border == TableBorder.Simple;

    private TableBorder Border => console.Profile.Capabilities.Unicode ? TableBorder.Simple : TableBorder.Ascii;

    private void Write(Block block, string text)
    {
        switch (block)
        {
            case HeadingBlock heading:
                console.MarkupLine($"[bold]{Inlines(heading.Inline)}[/]");
                break;
            case ParagraphBlock paragraph:
                console.MarkupLine(Inlines(paragraph.Inline));
                break;
            case Markdig.Extensions.Tables.Table table:
                console.Write(Drawn(table));
                break;
            case CodeBlock example:
                Example(example.Lines.ToString());
                break;
            default:
                Example(text[block.Span.Start..Math.Min(text.Length, block.Span.End + 1)]);
                break;
        }
    }

    // An example is copied: it is not broken.
    private void Example(string lines)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            console.Profile.Out.Writer.Write($"{new string(' ', ExampleIndent)}{ReportLine.Safe(console, line)}".TrimEnd() + "\n");
        }
    }

    private Spectre.Console.Table Drawn(Markdig.Extensions.Tables.Table table)
    {
        var drawn = new Spectre.Console.Table { Border = Border };
        foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(c => Inlines(c.OfType<ParagraphBlock>().FirstOrDefault()?.Inline)).ToArray();
            if (row.IsHeader)
            {
                drawn.AddColumns([.. cells.Select((c, i) => new TableColumn($"[bold]{c}[/]") { NoWrap = i == 0 && console.Profile.Width >= WidthForNames })]);
            }
            else
            {
                drawn.AddRow(cells);
            }
        }

        return drawn;
    }

    private string Inlines(ContainerInline? inlines) => string.Concat((inlines ?? []).Select(Inline));

    private string Inline(Inline inline) => inline switch
    {
        CodeInline code => HasColours ? $"[yellow]{Plain(code.Content)}[/]" : Plain($"`{code.Content}`"),
        EmphasisInline { DelimiterCount: 2 } strong => $"[bold]{Inlines(strong)}[/]",
        EmphasisInline weak => $"[italic]{Inlines(weak)}[/]",
        LineBreakInline => " ",
        HtmlEntityInline entity => Plain(entity.Transcoded.ToString()),
        ContainerInline container => Inlines(container),
        LiteralInline literal => Plain(literal.Content.ToString()),
        _ => Plain(inline.ToString() ?? ""),
    };

    private string Plain(string text) => ReportLine.Safe(console, text).EscapeMarkup();
}
