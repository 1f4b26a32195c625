using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Promtool;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>Judges the labels and the rendered annotations of alerts that fire.</summary>
internal static partial class AlertText
{
    private const string Value = "$value";
    private const string Label = "$labels.";
    private const string Description = "description";

    // What an alert and the one that inhibits it must share beside the external labels, as the strategy's inhibition has it.
    private const string Namespace = "namespace";
    private static readonly ImmutableArray<string> Unrendered = ["<no value>", "<error expanding template", "%!"];

    /// <summary>Creates a finding.</summary>
    internal delegate Finding Create(string check, string message, SourcePosition? position = null);

    /// <summary>What is wrong.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="first">The alerts that fired with the signal just beyond the threshold.</param>
    /// <param name="second">The alerts that fired with the signal further beyond it.</param>
    /// <param name="create">Creates a finding.</param>
    public static IEnumerable<Finding> Judge(SimulatedAlert alert, ImmutableArray<FiringAlert> first, ImmutableArray<FiringAlert> second, Create create)
    {
        var (before, after) = (Promised(alert, first), Promised(alert, second));
        return before is null ? [] : [.. Labels(alert.Contract, before, create), .. Annotations(alert.Contract, before, create), .. Told(alert, before, after, create)];
    }

    /// <summary>The labels in which an alert differs from others.</summary>
    public static string Differing(FiringAlert alert, ImmutableArray<FiringAlert> others)
    {
        var names = others.SelectMany(o => o.Labels.Keys).Distinct().Where(n => others.Select(o => o.Labels.GetValueOrDefault(n, "")).Distinct().Count() > 1).Order(StringComparer.Ordinal);
        return "{" + string.Join(", ", names.Select(n => $"{n}=\"{alert.Labels.GetValueOrDefault(n, "")}\"")) + "}";
    }

    private static FiringAlert? Promised(SimulatedAlert alert, ImmutableArray<FiringAlert> firing) =>
        firing.FirstOrDefault(a => !alert.IsOneOfSeveral || a.Labels.GetValueOrDefault("severity") == alert.Contract.Severity) ?? firing.FirstOrDefault();

    private static IEnumerable<Finding> Labels(AlertContract contract, FiringAlert firing, Create create)
    {
        foreach (var (name, promised) in new[] { ("severity", contract.Severity), ("component", contract.Component) })
        {
            if (promised.Length > 0 && firing.Labels.GetValueOrDefault(name, "") is var found && found != promised)
            {
                yield return create(BehaviourName.WrongLabels, $"expected the alert to have {name}=\"{promised}\", found {(found.Length == 0 ? "none" : $"\"{found}\"")}");
            }
        }

        foreach (var told in contract.DescriptionTells.Where(t => t.StartsWith(Label, StringComparison.Ordinal)).Select(t => t[Label.Length..]).Where(n => !firing.Labels.ContainsKey(n)))
        {
            yield return create(BehaviourName.WrongLabels, $"expected the alert to have the label {told}, which its description tells, found {Names(firing)}");
        }

        if (!contract.InhibitedBy.IsEmpty && !firing.Labels.ContainsKey(Namespace))
        {
            yield return create(
                BehaviourName.WrongLabels,
                $"expected the alert to have the label {Namespace}, without which {string.Join(" and ", contract.InhibitedBy)} cannot inhibit it, found {Names(firing)}");
        }
    }

    private static IEnumerable<Finding> Annotations(AlertContract contract, FiringAlert firing, Create create)
    {
        foreach (var name in contract.Annotations.Where(a => string.IsNullOrWhiteSpace(firing.Annotations.GetValueOrDefault(a))))
        {
            yield return create(BehaviourName.UnreadableAnnotation, $"expected the annotation {name} to have a text, found {(firing.Annotations.ContainsKey(name) ? "it empty" : "none")}");
        }

        foreach (var (name, text) in firing.Annotations)
        {
            if (Unrendered.FirstOrDefault(text.Contains) is { } sign)
            {
                yield return create(BehaviourName.UnreadableAnnotation, $"expected the annotation {name} to render, found \"{sign}\" in \"{text}\"");
            }
        }
    }

    private static IEnumerable<Finding> Told(SimulatedAlert alert, FiringAlert first, FiringAlert? second, Create create)
    {
        var text = first.Annotations.GetValueOrDefault(Description, "");
        foreach (var told in alert.Contract.DescriptionTells.Where(_ => text.Length > 0))
        {
            var isTold = told switch
            {
                Value => alert.Contract.Comparator == Comparator.EqualTo || second is null || text != second.Annotations.GetValueOrDefault(Description, ""),
                _ when told.StartsWith(Label, StringComparison.Ordinal) => !first.Labels.TryGetValue(told[Label.Length..], out var label) || text.Contains(label, StringComparison.Ordinal),
                _ => Figures(text).Contains(alert.System.Denominator),
            };
            if (!isTold)
            {
                yield return create(BehaviourName.NoValue, $"expected the description to tell {told}, found \"{text}\"{(told == Value ? ", the same at another value" : "")}");
            }
        }
    }

    private static IEnumerable<double> Figures(string text) => Figure().Matches(text).Select(m => double.Parse(m.Value, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static string Names(FiringAlert firing) => $"it with {string.Join(", ", firing.Labels.Keys)}";

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")]
    private static partial Regex Figure();
}
