using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Recipients;

/// <summary>An inhibition rule that may keep an alert from being told.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">Its name, or its place.</param>
/// <param name="Sources">The alerts that inhibit by it while they fire, each once.</param>
public sealed record Inhibitor(InhibitRule Rule, string Name, ImmutableArray<string> Sources)
{
    internal static ILookup<CheckedRule, Inhibitor> ByTarget(CheckSubject subject) =>
        (from pairs in subject.Inhibitions
         from target in pairs.Targets
         let sources = pairs.SourcesFor(target).Select(s => s.Alert).Distinct().ToImmutableArray()
         where !sources.IsEmpty
         select (target.Rule, Inhibitor: new Inhibitor(pairs.Rule, pairs.Name, sources))).ToLookup(t => t.Rule, t => t.Inhibitor, (IEqualityComparer<CheckedRule>)ReferenceEqualityComparer.Instance);
}
