using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

/// <summary>A YAML mapping read by key, with errors that say where and what.</summary>
internal sealed class YamlMap
{
    private readonly YamlFile file;
    private readonly Dictionary<string, (YamlScalarNode Key, YamlNode Value)> entries = [];

    /// <summary>Wraps a node.</summary>
    /// <param name="file">The file it stands in.</param>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ConfigurationException">It is no mapping, has a key that is no word or stands twice, or merges another mapping where that is refused.</exception>
    public YamlMap(YamlFile file, YamlNode node, string what)
    {
        this.file = file;
        Node = node as YamlMappingNode ?? throw file.Error(node, $"{what} must be a mapping but is {YamlFile.Describe(node)}; write 'key: value' lines");
        var merged = new List<YamlNode>();
        foreach (var (key, value) in Node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } scalar || (name == "<<" && !file.MayMerge))
            {
                throw file.Error(key, $"{what} has a key that is merged or no plain word; write every key out");
            }

            if (name == "<<")
            {
                merged.Add(value);
            }
            else if (!entries.TryAdd(name, (scalar, value)))
            {
                // To the parser a key with a tag is another than the same one without.
                throw file.Error(key, $"{what} has the key '{name}' twice; remove one");
            }
        }

        // What is written out comes before what is merged, and of what is merged the first.
        foreach (var (name, entry) in merged.SelectMany(m => m is YamlSequenceNode list ? list.Children : [m]).SelectMany(m => new YamlMap(file, m, "what is merged").entries))
        {
            entries.TryAdd(name, entry);
        }
    }

    private YamlMap(YamlFile file) => (this.file, Node) = (file, new YamlMappingNode());

    /// <summary>The node.</summary>
    public YamlMappingNode Node { get; }

    /// <summary>Where it begins.</summary>
    public SourcePosition Position => Node.Start.Line == 0 ? new SourcePosition(file.File.Name, 1, 1) : file.PositionOf(Node);

    /// <summary>Keys in the order of the file.</summary>
    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>A mapping without keys.</summary>
    public static YamlMap Empty(YamlFile file) => new(file);

    /// <summary>Where a key stands; the mapping itself when the key is missing.</summary>
    public SourcePosition PositionOf(string key) => entries.TryGetValue(key, out var entry) ? file.PositionOf(entry.Key) : Position;

    /// <summary>Where a key's value begins; the mapping itself when the key is missing.</summary>
    public SourcePosition PositionOfValue(string key) => entries.TryGetValue(key, out var entry) ? file.PositionOf(entry.Value) : Position;

    /// <summary>Whether a key is there, whatever its value.</summary>
    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>A key's value; missing and null are the same.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out YamlNode? value)
    {
        value = entries.TryGetValue(key, out var entry) && !YamlFile.IsNull(entry.Value) ? entry.Value : null;
        return value is not null;
    }

    /// <summary>Text under a key; null when missing.</summary>
    /// <exception cref="ConfigurationException">It is no text.</exception>
    public string? Text(string key) => TryGet(key, out var value) ? Text(value, $"'{key}'") : null;

    /// <summary>Text under a key; null when missing or no text.</summary>
    public string? TextIfAny(string key) => TryGet(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;

    /// <summary>Text under a key that must be there and not empty.</summary>
    /// <exception cref="ConfigurationException">It is missing, empty or no text.</exception>
    public string RequiredText(string key, string what) => Text(key) is { Length: > 0 } text
        ? text
        : throw new ConfigurationException(PositionOf(key), $"{what} has no '{key}'; add one");

    /// <summary>A duration under a key; null when missing.</summary>
    /// <exception cref="ConfigurationException">It is no duration.</exception>
    public TimeSpan? Duration(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        return PrometheusDuration.TryParse(text, out var duration)
            ? duration
            : throw new ConfigurationException(PositionOfValue(key), $"'{key}' is '{text}', which is no duration; write it like 30s, 5m or 1h30m");
    }

    /// <summary>A duration under a key; null when missing, or when it is none and another program is to say so.</summary>
    /// <exception cref="ConfigurationException">It is no text.</exception>
    public TimeSpan? DurationIfReadable(string key) => PrometheusDuration.TryParse(Text(key), out var duration) ? duration : null;

    /// <summary>A yes or no under a key; null when missing.</summary>
    /// <exception cref="ConfigurationException">It is neither.</exception>
    public bool? Flag(string key) => Text(key)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "yes" or "on" or "y" => true,
        "false" or "no" or "off" or "n" => false,
        var other => throw new ConfigurationException(PositionOfValue(key), $"'{key}' is '{other}', which is neither true nor false"),
    };

    /// <summary>A mapping under a key; null when missing.</summary>
    /// <exception cref="ConfigurationException">It is no mapping.</exception>
    public YamlMap? Map(string key) => TryGet(key, out var value) ? new YamlMap(file, value, $"'{key}'") : null;

    /// <summary>Mappings listed under a key; none when missing.</summary>
    /// <exception cref="ConfigurationException">It is no list of mappings.</exception>
    public IEnumerable<YamlMap> Maps(string key) => Items(key).Select(item => new YamlMap(file, item, $"an entry of '{key}'"));

    /// <summary>Texts listed under a key, each with its place; none when missing.</summary>
    /// <exception cref="ConfigurationException">It is no list of texts.</exception>
    public ImmutableArray<(string Text, SourcePosition Position)> Texts(string key) =>
        [.. Items(key).Select(item => (Text(item, $"an entry of '{key}'"), file.PositionOf(item)))];

    /// <summary>Texts and mappings listed under a key, or the only one of them that stands there without a list; none when missing.</summary>
    /// <exception cref="ConfigurationException">An entry is neither.</exception>
    public IEnumerable<(string Text, YamlMap? Map)> TextsOrMaps(string key) =>
        (TryGet(key, out var value) && value is not YamlSequenceNode ? [value] : Items(key))
            .Select(item => item is YamlMappingNode ? ("", new YamlMap(file, item, $"an entry of '{key}'")) : (Text(item, $"an entry of '{key}'"), (YamlMap?)null));

    /// <summary>Text by name under a key; empty when missing.</summary>
    /// <exception cref="ConfigurationException">It is no mapping of texts.</exception>
    public ImmutableSortedDictionary<string, string> TextMap(string key) => Map(key) is { } map
        ? map.Keys.ToImmutableSortedDictionary(name => name, name => map.Text(name) ?? "", StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Text under a key, with its place; null when missing.</summary>
    /// <exception cref="ConfigurationException">It is no text.</exception>
    public ConfigurationText? Located(string key) => TryGet(key, out var value) ? Located(value, $"'{key}'") : null;

    /// <summary>Texts listed under a key, each with its place; none when missing.</summary>
    /// <exception cref="ConfigurationException">It is no list of texts.</exception>
    public ImmutableArray<ConfigurationText> LocatedTexts(string key) => [.. Items(key).Select(item => Located(item, $"an entry of '{key}'"))];

    /// <summary>Texts by name under a key, each with its place, in the order of the file; none when missing.</summary>
    /// <exception cref="ConfigurationException">It is no mapping of texts.</exception>
    public ImmutableArray<ConfigurationEntry> Entries(string key) => Map(key)?.Entries() ?? [];

    /// <summary>Its own texts by name, each with its place, in the order of the file.</summary>
    /// <exception cref="ConfigurationException">One is no text.</exception>
    public ImmutableArray<ConfigurationEntry> Entries() =>
        [.. entries.Select(e => new ConfigurationEntry(e.Key, file.PositionOf(e.Value.Key), Located(e.Value.Value, $"'{e.Key}'")))];

    /// <summary>The mapping as it is written.</summary>
    public ConfigurationMap ToNode() => new(Fields(), Position);

    /// <summary>Its fields as they are written, without some.</summary>
    public ImmutableArray<ConfigurationField> Fields(params string[] without) =>
        [.. entries.Where(e => !without.Contains(e.Key)).Select(e => new ConfigurationField(e.Key, file.PositionOf(e.Value.Key), file.NodeOf(e.Value.Value)))];

    /// <summary>Refuses keys that nobody reads.</summary>
    /// <exception cref="ConfigurationException">There is one.</exception>
    public void AllowOnly(string what, params string[] known)
    {
        foreach (var key in Keys.Except(known))
        {
            throw new ConfigurationException(PositionOf(key), $"{what} knows no '{key}'; it knows {string.Join(", ", known)}");
        }
    }

    private IEnumerable<YamlNode> Items(string key) => !TryGet(key, out var value) ? []
        : value is YamlSequenceNode list ? list.Children
        : throw file.Error(value, $"'{key}' must be a list but is {YamlFile.Describe(value)}; begin each entry with '- '");

    private string Text(YamlNode node, string what) => Scalar(node, what).Value ?? "";

    private ConfigurationText Located(YamlNode node, string what) =>
        Scalar(node, what) is var scalar && YamlFile.IsNull(scalar) ? new ConfigurationText("", file.PositionOf(node)) : file.TextOf(scalar);

    private YamlScalarNode Scalar(YamlNode node, string what) =>
        node as YamlScalarNode ?? throw file.Error(node, $"{what} must be text but is {YamlFile.Describe(node)}");
}
