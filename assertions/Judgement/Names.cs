using System.Text.Json;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>Writes stages, outcomes and verdicts as result files and people see them: in kebab-case, e.g. <c>resolution-delivered</c>.</summary>
public static class Names
{
    /// <summary>Name of a stage.</summary>
    public static string Of(StageName stage) => JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());

    /// <summary>Name of an outcome.</summary>
    public static string Of(Outcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    /// <summary>Name of a verdict.</summary>
    public static string Of(Verdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

    /// <summary>The stage of a name; null when there is none of that name.</summary>
    public static StageName? Stage(string name) => Enum.GetValues<StageName>().Cast<StageName?>().FirstOrDefault(s => Of(s!.Value) == name);
}
