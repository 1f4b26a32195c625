using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Where and how keys are put at the head of a mapping so that nothing else in the text changes.</summary>
/// <param name="Offset">Offset into the text.</param>
/// <param name="Length">Length of what is replaced: an explicit null.</param>
/// <param name="Open">Text before the first key.</param>
/// <param name="Between">Text between two keys.</param>
/// <param name="Close">Text behind the last value.</param>
internal sealed record SectionHead(int Offset, int Length, string Open, string Between, string Close)
{
    /// <summary>The head of a mapping that has keys, or braces.</summary>
    public static SectionHead Of(YamlFile yaml, YamlMappingNode map)
    {
        var text = yaml.File.Text;
        if (map.Style == MappingStyle.Flow)
        {
            var brace = ScalarSource.SkipProperties(text, (int)map.Start.Index);
            return new SectionHead(brace + 1, 0, "", ", ", map.Children.Count > 0 ? ", " : "");
        }

        var first = map.Children.First().Key.Start;
        var line = NewLine(text) + new string(' ', (int)first.Column - 1);
        return new SectionHead((int)first.Index, 0, "", line, line);
    }

    /// <summary>The head of a section that the root lacks, or has without a value.</summary>
    public static SectionHead OfMissing(YamlFile yaml, YamlMap root, string section)
    {
        var text = yaml.File.Text;
        var newLine = NewLine(text);
        if (root.Node.Children.FirstOrDefault(c => c.Key is YamlScalarNode key && key.Value == section) is { Value: { } empty })
        {
            return new SectionHead((int)empty.Start.Index, (int)(empty.End.Index - empty.Start.Index), " {", ", ", "}");
        }

        if (root.Node.Children.Count == 0 && root.Node.Style != MappingStyle.Flow)
        {
            var gap = text.Length == 0 || text[^1] == '\n' ? "" : newLine;
            return new SectionHead(text.Length, 0, $"{gap}{section}:{newLine}  ", newLine + "  ", newLine);
        }

        var head = Of(yaml, root.Node);
        return root.Node.Style == MappingStyle.Flow
            ? head with { Open = section + ": {", Between = ", ", Close = "}" + head.Close }
            : head with { Open = section + ":" + head.Between + "  ", Between = head.Between + "  ", Close = head.Close };
    }

    private static string NewLine(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
