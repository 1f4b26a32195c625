using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>Where a receiver sends to, and what its messages say.</summary>
internal static class ReceiverDifference
{
    /// <summary>Compares the receivers of two configurations by name, their integrations by kind and order.</summary>
    public static IEnumerable<Difference> Of(CheckSubject before, CheckSubject now)
    {
        var (old, receivers) = (Receivers(before), Receivers(now));
        var names = receivers.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var known = old.ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (var gone in old.Where(r => !names.Contains(r.Name)))
        {
            yield return new Difference("receiver-gone", gone.Name, "is gone", gone.NamePosition);
        }

        foreach (var receiver in receivers)
        {
            var differences = known.GetValueOrDefault(receiver.Name) is { } was ? Of(was, receiver) : [new Difference("receiver-added", receiver.Name, "is new", receiver.NamePosition)];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<Difference> Of(Receiver old, Receiver now)
    {
        var (was, settings) = (Settings(old), Settings(now));
        return from path in was.Keys.Union(settings.Keys).Order(StringComparer.Ordinal)
               let before = was.GetValueOrDefault(path)
               let here = settings.GetValueOrDefault(path)
               where before?.Value != here?.Value
               select new Difference(
                   "says-something-else", now.Name,
                   $"{path} was {(before is null ? "missing" : $"\"{before.Value}\"")}, is {(here is null ? "missing" : $"\"{here.Value}\"")}", (here ?? before)!.Text.Position);
    }

    private static ImmutableArray<Receiver> Receivers(CheckSubject subject) => subject.Folder.Alertmanager?.Receivers ?? [];

    private static Dictionary<string, ConfigurationEntry> Settings(Receiver receiver)
    {
        var settings = new Dictionary<string, ConfigurationEntry>();
        foreach (var integration in receiver.Integrations.GroupBy(i => i.Kind).SelectMany(g => g.Select((i, n) => (Integration: i, Name: n == 0 ? g.Key : FormattableString.Invariant($"{g.Key}[{n}]")))))
        {
            foreach (var entry in integration.Integration.Source.Texts(integration.Name))
            {
                settings.TryAdd(entry.Name, entry);
            }
        }

        return settings;
    }
}
