using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

/// <summary>A parsed YAML document that knows where each node stands.</summary>
internal sealed class YamlFile
{
    /// <summary>The longest file that is read, in characters.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private YamlFile(ConfigurationFile file, YamlNode? root, bool mayMerge) => (File, Root, MayMerge) = (file, root, mayMerge);

    /// <summary>The file.</summary>
    public ConfigurationFile File { get; }

    /// <summary>The file's lines.</summary>
    public TextLines Lines => field ??= new TextLines(File.Text);

    /// <summary>The root node; null for a file without content.</summary>
    public YamlNode? Root { get; }

    /// <summary>Whether a key <c>&lt;&lt;</c> merges another mapping, as Prometheus and Alertmanager read it; where a file is rewritten in place, it is refused.</summary>
    public bool MayMerge { get; }

    /// <summary>Parses a file; a second document in it is refused, since Prometheus and Alertmanager would overlook it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mayMerge">See <see cref="MayMerge"/>.</param>
    /// <exception cref="ConfigurationException">The YAML is broken, or exceeds what is read.</exception>
    public static YamlFile Parse(ConfigurationFile file, bool mayMerge = false) => Only(file, ParseAll(file, mayMerge), mayMerge);

    /// <summary>The only document of a file that is parsed already; an empty one where it has none.</summary>
    /// <exception cref="ConfigurationException">It has several.</exception>
    public static YamlFile Only(ConfigurationFile file, IReadOnlyList<YamlFile> documents, bool mayMerge)
    {
        if (documents.Count > 1)
        {
            throw documents[1].Error(documents[1].Root!, "a second YAML document begins here and would be overlooked; keep one document in a file");
        }

        return documents.Count == 1 ? documents[0] : new YamlFile(file, null, mayMerge);
    }

    /// <summary>Parses every document of a file.</summary>
    /// <inheritdoc cref="Parse"/>
    public static IReadOnlyList<YamlFile> ParseAll(ConfigurationFile file, bool mayMerge)
    {
        RefuseControlCharacters(file);
        var stream = new YamlStream();
        var scanner = new Scanner(new StringReader(file.Text));
        try
        {
            stream.Load(YamlEvents.Read(new Parser(scanner), (mark, message) => new ConfigurationException(PositionOf(file, mark), message)));
        }
        catch (YamlException e)
        {
            throw new ConfigurationException(PositionOf(file, e.Start), $"the YAML cannot be parsed: {e.Message.TrimEnd('.')}; mend the file", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            // The scanner stumbles over some broken files instead of saying what is wrong; it still knows where it stood.
            throw new ConfigurationException(PositionOf(file, scanner.CurrentPosition), "the YAML cannot be parsed near here: a bracket, a quote or an indentation may be wrong; mend the file", e);
        }

        return [.. stream.Documents.Select(d => new YamlFile(file, d.RootNode, mayMerge))];
    }

    /// <summary>The root as a mapping; an empty one for a file without content.</summary>
    public YamlMap RootMap() => Root is null || IsNull(Root) ? YamlMap.Empty(this) : new YamlMap(this, Root, "the file");

    /// <summary>Where a node begins.</summary>
    public SourcePosition PositionOf(YamlNode node)
    {
        // The parser gives a pair without braces in a list, [a: b], no place of its own.
        var hasPlace = node is not YamlMappingNode { Children.Count: > 0 } || node.Start.Index > 0;
        return PositionOf(File, hasPlace ? node.Start : ((YamlMappingNode)node).Children.First().Key.Start);
    }

    /// <summary>An exception that points at a node.</summary>
    public ConfigurationException Error(YamlNode node, string message) => new(PositionOf(node), message);

    /// <summary>A scalar's text and its place.</summary>
    public ConfigurationText TextOf(YamlScalarNode node) => new(File, Lines, node, PositionOf(node));

    /// <summary>A node as it is written.</summary>
    public ConfigurationNode NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlMap(this, map, "a mapping").ToNode(),
        YamlSequenceNode list => new ConfigurationList([.. list.Children.Select(NodeOf)], PositionOf(list)),
        YamlScalarNode scalar => new ConfigurationScalar(TextOf(scalar), IsNull(scalar)),
        _ => throw Error(node, "this is neither text, a list nor a mapping"),
    };

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

    private static SourcePosition PositionOf(ConfigurationFile file, Mark mark) => new(file.Name, Math.Max((int)mark.Line, 1), Math.Max((int)mark.Column, 1));

    // The scanner takes a NUL for the file's end and would overlook what follows.
    private static void RefuseControlCharacters(ConfigurationFile file)
    {
        if (file.Text.Length > MostCharacters)
        {
            throw new ConfigurationException(new SourcePosition(file.Name, 1, 1), $"the file has {file.Text.Length} characters, and at most {MostCharacters} are read; split it");
        }

        var at = file.Text.AsSpan().IndexOfAnyExceptInRange(' ', '\uFFFF');
        for (var i = Math.Max(at, 0); at >= 0 && i < file.Text.Length; i++)
        {
            if (file.Text[i] < ' ' && file.Text[i] is not ('\t' or '\n' or '\r'))
            {
                throw new ConfigurationException(
                    new TextLines(file.Text).PositionOf(file.Name, i),
                    $"here stands the control character 0x{(int)file.Text[i]:x2}, so this is no YAML text; remove it, or name a text file");
            }
        }
    }
}
