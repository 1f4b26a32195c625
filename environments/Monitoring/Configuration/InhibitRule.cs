using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>An inhibition rule.</summary>
/// <param name="Source">What an alert must match to inhibit.</param>
/// <param name="Target">What an alert must match to be inhibited.</param>
/// <param name="Equal">Labels in which both must agree.</param>
/// <param name="Position">Where it stands.</param>
public sealed record InhibitRule(ImmutableArray<LabelMatcher> Source, ImmutableArray<LabelMatcher> Target, ImmutableArray<string> Equal, SourcePosition Position)
{
    /// <summary><c>name</c>; null when missing. Only newer versions of Alertmanager know it.</summary>
    public ConfigurationText? Name { get; init; }

    /// <summary>The labels that must agree, each with its place.</summary>
    public ImmutableArray<ConfigurationText> EqualTexts { get; init; } = [];

    /// <summary>What else stands in it; Alertmanager refuses such a rule.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}
