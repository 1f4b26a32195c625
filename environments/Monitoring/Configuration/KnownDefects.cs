using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>The ledger of a configuration: <c>known-defects.yaml</c>.</summary>
/// <param name="Entries">Its defects, in the order of the file.</param>
public sealed record KnownDefects(ImmutableArray<KnownDefect> Entries)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "known-defects.yaml";

    /// <summary>An empty ledger.</summary>
    public static KnownDefects None { get; } = new([]);

    /// <summary>The stages, as the ledger and the result files write them; <c>surface</c> is that of the documented things that are no alerts.</summary>
    public static ImmutableArray<string> Stages { get; } =
        ["loads", "contract", "silent", "fires", "routes", "renders", "inhibits", "resolves", "resolution-delivered", "surface"];

    /// <summary>The first entry that foretells a failure; null where there is none.</summary>
    /// <inheritdoc cref="KnownDefect.Foretells" path="/param"/>
    public KnownDefect? Find(string stage, string subject, string alert) => Entries.FirstOrDefault(e => e.Foretells(stage, subject, alert));

    /// <summary>Reads a ledger.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="ConfigurationException">It is missing, broken, or an entry has an unknown stage, a repeated id or a missing field.</exception>
    public static KnownDefects Load(string file)
    {
        var source = ConfigurationFile.Read(Path.GetDirectoryName(file) ?? "", Path.GetFileName(file));
        var root = YamlFile.Parse(source).RootMap();
        root.AllowOnly(FileName, "defects");
        var entries = root.Maps("defects").Select(map => Read(map).ToList()).ToList();
        RefuseDuplicates(entries);
        var ledger = new KnownDefects([.. entries.SelectMany(e => e)]);
        ledger.RefuseUnknownMasks();
        return ledger;
    }

    private static IEnumerable<KnownDefect> Read(YamlMap map)
    {
        map.AllowOnly("a ledger entry", "id", "stage", "subject", "alerts", "evidence", "explanation", "mend", "masked_by", "found_by");
        var id = map.RequiredText("id", "a ledger entry");
        var what = $"the ledger entry '{id}'";
        var stage = map.RequiredText("stage", what);
        if (!Stages.Contains(stage))
        {
            throw new ConfigurationException(map.PositionOfValue("stage"), $"{what} has the stage '{stage}', which is unknown; the stages are {string.Join(", ", Stages)}");
        }

        ImmutableArray<FoundBy> foundBy = [.. map.TextsOrMaps("found_by").Select(f => f.Map is { } check ? ReadFoundBy(check, what) : new FoundBy(f.Text, []))];
        return Subjects(map, what).Select(subject => new KnownDefect
        {
            Id = id,
            Stage = stage,
            Subject = subject,
            Alerts = map.TryGet("alerts", out _) ? [.. map.Texts("alerts").Select(a => a.Text)] : null,
            Evidence = map.RequiredText("evidence", what).TrimEnd(),
            Explanation = map.RequiredText("explanation", what).TrimEnd(),
            Mend = map.RequiredText("mend", what).TrimEnd(),
            MaskedBy = map.Text("masked_by"),
            FoundBy = foundBy,
            Position = map.Position,
        });
    }

    private static FoundBy ReadFoundBy(YamlMap map, string what)
    {
        map.AllowOnly($"'found_by' of {what}", "check", "says");
        var says = map.TextsOrMaps("says").Select(s => s.Map is null && s.Text.Length > 0
            ? s.Text
            : throw new ConfigurationException(map.PositionOfValue("says"), $"'says' of {what} has an entry that is no text, or an empty one; write a part of the check's message"));
        return new FoundBy(map.RequiredText("check", $"'found_by' of {what}"), [.. says]);
    }

    private static IEnumerable<string> Subjects(YamlMap map, string what)
    {
        if (!map.TryGet("subject", out var node) || node is not YamlDotNet.RepresentationModel.YamlSequenceNode)
        {
            return [map.RequiredText("subject", what)];
        }

        var subjects = map.Texts("subject");
        return subjects.IsEmpty || subjects.DistinctBy(s => s.Text).Count() < subjects.Length
            ? throw new ConfigurationException(map.PositionOfValue("subject"), $"{what} lists no subject, or one twice; list each once")
            : subjects.Select(s => s.Text);
    }

    private static void RefuseDuplicates(List<List<KnownDefect>> entries)
    {
        foreach (var same in entries.Select(e => e[0]).GroupBy(e => e.Id).Where(g => g.Count() > 1))
        {
            throw new ConfigurationException(same.Last().Position, $"the ledger entry '{same.Key}' is already on line {same.First().Position.Line}; give each entry an id of its own");
        }
    }

    private void RefuseUnknownMasks()
    {
        foreach (var entry in Entries.Where(e => e.MaskedBy is not null && (e.MaskedBy == e.Id || Entries.All(other => other.Id != e.MaskedBy))))
        {
            throw new ConfigurationException(entry.Position, $"the ledger entry '{entry.Id}' is masked by '{entry.MaskedBy}', which is no other entry; name one or drop 'masked_by'");
        }
    }
}
