using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>Reads what promtool answered to a <see cref="SimulationFile"/>.</summary>
public static partial class SimulationOutput
{
    /// <summary>Reads the answers; every question must have one.</summary>
    /// <exception cref="ObservationException">An answer is missing, or promtool said something else.</exception>
    public static ImmutableArray<SimulationOutcome> Read(AlertContract contract, ImmutableArray<SimulatedCase> cases, string output)
    {
        var answers = new Dictionary<(int Case, string Question, TimeSpan At), double?>();
        foreach (Match match in Answer().Matches(output))
        {
            if (PrometheusDuration.TryParse(match.Groups["at"].Value, out var at))
            {
                answers[(int.Parse(match.Groups["case"].Value, CultureInfo.InvariantCulture), match.Groups["question"].Value, at)] = Value(match.Groups["got"].Value);
            }
        }

        return [.. cases.Select((simulated, i) => new SimulationOutcome(simulated, [.. SimulationFile.Evaluations(contract, simulated).Select(at => Evaluation(i, at))]) { Own = OwnOf(i) })];

        SimulatedEvaluation Evaluation(int index, TimeSpan at) => new(
            at,
            Of(index, SimulationFile.Firing, at) is > 0,
            Of(index, SimulationFile.Signal, at) is { } value && !double.IsNaN(value) ? value : null);

        OwnValue? OwnOf(int index) => answers.Where(a => a.Key.Case == index && a.Key.Question == SimulationFile.Own).Select(a => new OwnValue(a.Value)).FirstOrDefault();

        double? Of(int index, string question, TimeSpan at) => answers.TryGetValue((index, question, at), out var value)
            ? value
            : throw new ObservationException($"promtool gave no answer about {contract.Alert} at {PrometheusDuration.Format(at)} of the simulated case \"{cases[index].Name}\"; it said: {Head(output)}");
    }

    // "{} 1.66E-02", or "nil" where the query has no value.
    private static double? Value(string got)
    {
        var last = got.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        return last switch
        {
            "nil" => null,
            "+Inf" or "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(last, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }

    private static string Head(string output) => string.Join(' ', output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries).Take(60));

    [GeneratedRegex("""# (?<case>\d+) (?<question>firing|signal|own)", time: (?<at>[0-9a-z]+),\s+exp: [^\n]*\n\s+got: *(?<got>[^\n]*[^\s])""")]
    private static partial Regex Answer();
}
