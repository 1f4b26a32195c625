using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Quotes the parts of a configuration that failing stages are about, each beside what the corrected configuration has in its place.</summary>
/// <param name="configuration">The configuration under test.</param>
/// <param name="corrected">The corrected one; null where that is the one under test.</param>
internal sealed class ConfigurationQuotes(MonitoringConfiguration configuration, MonitoringConfiguration? corrected)
{
    /// <summary>A quote for each part that the configuration has, in the order in which the stages name them.</summary>
    /// <param name="alerts">The judged alerts.</param>
    public ImmutableArray<QuoteEntry> Of(IEnumerable<AlertEntry> alerts) =>
        [.. alerts.SelectMany(a => a.Stages).SelectMany(s => s.Subjects).Distinct().Select(Quote).OfType<QuoteEntry>()];

    private QuoteEntry? Quote(string part)
    {
        if (Find(configuration, part) is not { } block)
        {
            return null;
        }

        var mended = corrected is null ? null : Find(corrected, part)?.Text;
        return new QuoteEntry(part, block.File, block.Line, block.Text, mended == block.Text ? null : mended);
    }

    private static ConfigurationBlock? Find(MonitoringConfiguration source, string part)
    {
        if (part is QuotedParts.Route or QuotedParts.InhibitRules)
        {
            return ConfigurationBlock.Section(source.Alertmanager.File, part);
        }

        if (source.Alertmanager.Receivers.FirstOrDefault(r => r.Name == part) is { } receiver)
        {
            return ConfigurationBlock.At(source.Alertmanager.File, receiver.Position);
        }

        var rules = from file in source.RuleFiles
                    from rule in file.Groups.SelectMany(g => g.Rules)
                    where rule.Name == part
                    select ConfigurationBlock.At(file.File, rule.Position);
        return rules.FirstOrDefault();
    }
}
