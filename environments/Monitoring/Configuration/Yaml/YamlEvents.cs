using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

/// <summary>
/// The events of a YAML file, read once and within bounds, so that no file can exhaust the stack or the memory:
/// how deep it nests, and how much its aliases would unfold to, is counted before a tree is made of it.
/// </summary>
internal sealed class YamlEvents : IParser
{
    /// <summary>How deep mappings and lists may nest; production files stay below 20.</summary>
    public const int MostNested = 64;

    /// <summary>How many nodes aliases may add.</summary>
    public const int MostUnfolded = 100_000;

    /// <summary>How many values, mappings and lists a file may have: some 25,000 rules.</summary>
    public const int MostNodes = 500_000;

    private readonly List<ParsingEvent> _events = [];
    private int _next;

    private YamlEvents() { }

    /// <inheritdoc/>
    public ParsingEvent? Current => _next == 0 ? null : _events[_next - 1];

    /// <summary>Reads all events.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="refuse">Makes the exception for an event.</param>
    /// <exception cref="ConfigurationException">The file has too many values or nests too deep, an alias names a node around it or none, or the aliases unfold to too much.</exception>
    /// <exception cref="YamlException">The YAML is broken.</exception>
    public static YamlEvents Read(IParser parser, Func<Mark, string, ConfigurationException> refuse)
    {
        var events = new YamlEvents();
        var open = new Stack<(string? Anchor, int Before)>();
        var sizes = new Dictionary<string, int?>();
        int nodes = 0, total = 0, unfolded = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            events._events.Add(now);
            if (now is NodeEvent node && ++nodes > MostNodes)
            {
                throw refuse(node.Start, $"the file has more than {MostNodes} values; split it");
            }

            switch (now)
            {
                case MappingStart or SequenceStart:
                    Open((NodeEvent)now);
                    break;
                case MappingEnd or SequenceEnd:
                    var (anchor, before) = open.Pop();
                    Keep(anchor, total - before);
                    break;
                case Scalar scalar:
                    total++;
                    Keep(NameOf(scalar), 1);
                    break;
                case AnchorAlias alias:
                    Unfold(alias);
                    break;
                case DocumentStart:
                    sizes.Clear();
                    break;
            }
        }

        return events;

        void Open(NodeEvent node)
        {
            open.Push((NameOf(node), total++));
            if (open.Count > MostNested)
            {
                throw refuse(node.Start, $"mappings and lists nest more than {MostNested} deep here; flatten the file");
            }

            // Until it closes, an alias of it would stand inside it.
            Keep(NameOf(node), null);
        }

        void Keep(string? anchor, int? size)
        {
            if (anchor is not null)
            {
                sizes[anchor] = size;
            }
        }

        void Unfold(AnchorAlias alias)
        {
            if (!sizes.TryGetValue(alias.Value.Value, out var size) || size is null)
            {
                throw refuse(alias.Start, $"the alias '*{alias.Value.Value}' names {(sizes.ContainsKey(alias.Value.Value) ? "a node that it is a part of" : "no anchor before it")}; write the value out");
            }

            total += size.Value;
            unfolded += size.Value;
            if (unfolded > MostUnfolded)
            {
                throw refuse(alias.Start, $"the aliases of the file unfold to more than {MostUnfolded} values; write them out");
            }
        }
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (_next >= _events.Count)
        {
            return false;
        }

        _next++;
        return true;
    }

    private static string? NameOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;
}
