using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A check that finds a known defect without a stack, with what it says of it.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Says">
/// Parts of its messages: a finding in which none of them stands is not foretold, so that another fault at the same place is noticed, and each of
/// them must stand in one. None where any message of the check is foretold.
/// </param>
public sealed record FoundBy(string Check, ImmutableArray<string> Says)
{
    /// <summary>Whether this foretells a check's message.</summary>
    public bool Foretells(string check, string message) => Check == check && (Says.IsEmpty || Says.Any(s => message.Contains(s, StringComparison.Ordinal)));
}
