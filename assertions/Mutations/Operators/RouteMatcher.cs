using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A matcher of a route or of an inhibition rule of another value, of another label, or dropped.</summary>
public sealed class RouteMatcher : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "route-matcher";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        file.Route.WithDescendants().SelectMany(r => r.Matchers.Select(m => (r.Receiver, Matcher: m)))
            .Concat(file.InhibitRules.SelectMany(r => r.Source.Concat(r.Target).Select(m => ("inhibit_rules", m))))
            .SelectMany(m => Of(m.Item1, m.Item2, edit));

    private IEnumerable<Mutant> Of(string subject, LabelMatcher matcher, FileEdit edit)
    {
        foreach (var (word, replacement) in new[] { (matcher.Value, matcher.Value + "x"), (matcher.Name, matcher.Name + "x") })
        {
            if (edit.ReplaceOnLine(matcher.Position, word, replacement) is { } text)
            {
                yield return Make(subject, $"{matcher}: {word} -> {replacement}", text, matcher.Position);
            }
        }

        if (edit.IsAlone(matcher.Position, matcher.Name))
        {
            yield return Make(subject, $"{matcher} dropped", edit.WithoutLines(matcher.Position.Line, matcher.Position.Line), matcher.Position);
        }
    }
}
