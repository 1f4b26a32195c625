using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

/// <summary>A parsed YAML file that knows where each node stands.</summary>
internal sealed class YamlFile
{
    private YamlFile(ConfigurationFile file, YamlNode? root) => (File, Root) = (file, root);

    /// <summary>The file.</summary>
    public ConfigurationFile File { get; }

    /// <summary>The root node; null for a file without content.</summary>
    public YamlNode? Root { get; }

    /// <summary>Parses a file; a second document in it is refused, since Prometheus and Alertmanager would overlook it.</summary>
    /// <exception cref="ConfigurationException">The YAML is broken.</exception>
    public static YamlFile Parse(ConfigurationFile file)
    {
        var stream = new YamlStream();
        var scanner = new Scanner(new StringReader(file.Text));
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (YamlException e)
        {
            var position = new SourcePosition(file.Name, (int)e.Start.Line, (int)e.Start.Column);
            throw new ConfigurationException(position, $"the YAML cannot be parsed: {e.Message.TrimEnd('.')}; mend the file", e);
        }

        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner stumbles over some broken files instead of saying what is wrong; it still knows where it stood.
            var position = new SourcePosition(file.Name, (int)scanner.CurrentPosition.Line, (int)scanner.CurrentPosition.Column);
            throw new ConfigurationException(position, "the YAML cannot be parsed near here: a bracket, a quote or an indentation may be wrong; mend the file", e);
        }

        if (stream.Documents.Count > 1)
        {
            var start = stream.Documents[1].RootNode.Start;
            throw new ConfigurationException(
                new SourcePosition(file.Name, (int)start.Line, (int)start.Column),
                "a second YAML document begins here and would be overlooked; keep one document in a file");
        }

        return new YamlFile(file, stream.Documents.FirstOrDefault()?.RootNode);
    }

    /// <summary>The root as a mapping; an empty one for a file without content.</summary>
    public YamlMap RootMap() => Root is null || IsNull(Root) ? YamlMap.Empty(this) : new YamlMap(this, Root, "the file");

    /// <summary>Where a node begins.</summary>
    public SourcePosition PositionOf(YamlNode node)
    {
        // The parser gives a pair without braces in a list, [a: b], no place of its own.
        var hasPlace = node is not YamlMappingNode { Children.Count: > 0 } || node.Start.Index > 0;
        var start = hasPlace ? node.Start : ((YamlMappingNode)node).Children.First().Key.Start;
        return new SourcePosition(File.Name, (int)start.Line, (int)start.Column);
    }

    /// <summary>An exception that points at a node.</summary>
    public ConfigurationException Error(YamlNode node, string message) => new(PositionOf(node), message);

    /// <summary>Whether YAML reads the node as null.</summary>
    public static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>What a node is, for people.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ when IsNull(node) => "empty",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        _ => "something else",
    };
}
