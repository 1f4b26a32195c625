using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A piece of a configuration file as it is written, for what no record of its own reads.</summary>
/// <param name="Position">Where it begins.</param>
public abstract record ConfigurationNode(SourcePosition Position)
{
    /// <summary>Every text in it, each with the path that leads to it: <c>fields[0].title</c>, <c>details.firing</c>.</summary>
    /// <param name="path">The path of this node; empty for none.</param>
    public IEnumerable<ConfigurationEntry> Texts(string path = "") => this switch
    {
        ConfigurationScalar { IsNull: false } scalar => [new ConfigurationEntry(path, Position, scalar.Text)],
        ConfigurationList list => list.Items.SelectMany((item, i) => item.Texts($"{path}[{i}]")),
        ConfigurationMap map => map.Fields.SelectMany(field => field.Texts(path)),
        _ => [],
    };
}

/// <summary>A text, a number, a flag, or nothing.</summary>
/// <param name="Text">What is written.</param>
/// <param name="IsNull">Whether YAML reads it as null.</param>
public sealed record ConfigurationScalar(ConfigurationText Text, bool IsNull) : ConfigurationNode(Text.Position);

/// <summary>A list.</summary>
/// <param name="Items">Its items, in the order of the file.</param>
/// <param name="Position">Where it begins.</param>
public sealed record ConfigurationList(ImmutableArray<ConfigurationNode> Items, SourcePosition Position) : ConfigurationNode(Position);

/// <summary>A mapping.</summary>
/// <param name="Fields">Its fields, in the order of the file.</param>
/// <param name="Position">Where it begins.</param>
public sealed record ConfigurationMap(ImmutableArray<ConfigurationField> Fields, SourcePosition Position) : ConfigurationNode(Position)
{
    /// <summary>What stands under a name; null where nothing does.</summary>
    public ConfigurationNode? this[string name] => Fields.FirstOrDefault(f => f.Name == name)?.Value;
}

/// <summary>A field of a mapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where the name stands.</param>
/// <param name="Value">What stands under it.</param>
public sealed record ConfigurationField(string Name, SourcePosition Position, ConfigurationNode Value)
{
    /// <summary>Every text in it, each with its path; the name of a text of its own stands where the field's name does.</summary>
    /// <param name="path">The path of the mapping that it belongs to; empty for none.</param>
    public IEnumerable<ConfigurationEntry> Texts(string path = "")
    {
        var own = path.Length == 0 ? Name : $"{path}.{Name}";
        return Value is ConfigurationScalar { IsNull: false } scalar ? [new ConfigurationEntry(own, Position, scalar.Text)] : Value.Texts(own);
    }
}
