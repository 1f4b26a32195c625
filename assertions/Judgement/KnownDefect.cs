using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>What the judgement needs of a ledger entry.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Stage">Stage that fails because of it.</param>
/// <param name="Subject">Alert, receiver, channel, metric or rule file that it is about.</param>
/// <param name="Alerts">Alerts in which it shows; empty when the subject is the alert.</param>
/// <param name="MaskedBy">Identifier of the entry that hides this one for as long as it reproduces; null when nothing does.</param>
public sealed record KnownDefect(string Id, StageName Stage, string Subject, ImmutableArray<string> Alerts, string? MaskedBy = null)
{
    /// <summary>Alerts in which it shows.</summary>
    public IEnumerable<string> ShownIn => Alerts.IsDefaultOrEmpty ? [Subject] : Alerts;

    /// <summary>Whether it foretells a shortcoming of an alert at a stage.</summary>
    public bool Foretells(string alert, StageName stage, Shortcoming shortcoming) =>
        stage == Stage && ShownIn.Contains(alert) && (shortcoming.Subject == Subject || shortcoming.AlsoKnownAs.Contains(Subject));
}
