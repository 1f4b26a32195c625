using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.Load;

/// <summary>One request and how often it is sent, in NBomber's sense of the word. Immutable: every <c>With</c> method returns a changed copy.</summary>
public sealed record Scenario
{
    private Scenario(string name, Func<ScenarioContext, CancellationToken, Task<Response>> run) => (Name, Run) = (name, run);

    /// <summary>What is loaded, as results name it, e.g. <c>novacron-api</c>.</summary>
    public string Name { get; }

    /// <summary>Sends one request and says what became of it. An exception counts as a failure under its type's name.</summary>
    public Func<ScenarioContext, CancellationToken, Task<Response>> Run { get; }

    /// <summary>Runs before the first request.</summary>
    public Func<CancellationToken, Task> Init { get; private init; } = _ => Task.CompletedTask;

    /// <summary>Runs after the last one, also when <see cref="Init"/> failed.</summary>
    public Func<Task> Clean { get; private init; } = () => Task.CompletedTask;

    /// <summary>How requests arrive, one simulation after the other.</summary>
    public ImmutableArray<LoadSimulation> LoadSimulations { get; private init; } = [];

    /// <summary>Requests in flight beyond which one that falls due is dropped, and counted as such.</summary>
    public int MaxInFlight { get; private init; } = 1000;

    /// <summary>Longest wait for an answer, wall time.</summary>
    public TimeSpan Timeout { get; private init; } = TimeSpan.FromSeconds(10);

    /// <summary>Describes a load.</summary>
    /// <param name="name">What is loaded.</param>
    /// <param name="run">Sends one request.</param>
    public static Scenario Create(string name, Func<ScenarioContext, CancellationToken, Task<Response>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        return new Scenario(name, run);
    }

    /// <summary>Sets how requests arrive.</summary>
    /// <exception cref="ArgumentException">None is given, or one follows another that never ends.</exception>
    public Scenario WithLoadSimulations(params ReadOnlySpan<LoadSimulation> simulations)
    {
        if (simulations.IsEmpty)
        {
            throw new ArgumentException($"scenario '{Name}' needs at least one load simulation", nameof(simulations));
        }

        foreach (var simulation in simulations[..^1])
        {
            if (simulation.During is null)
            {
                throw new ArgumentException($"scenario '{Name}': only the last load simulation may go on until the load is stopped; give the one before it a duration", nameof(simulations));
            }
        }

        return this with { LoadSimulations = [.. simulations] };
    }

    /// <summary>Sets what runs before the first request, within the start's cancellation.</summary>
    public Scenario WithInit(Func<CancellationToken, Task> init) => this with { Init = init };

    /// <summary>Sets what runs after the last request.</summary>
    public Scenario WithClean(Func<Task> clean) => this with { Clean = clean };

    /// <summary>Sets how many requests may be in flight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero.</exception>
    public Scenario WithMaxInFlight(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);
        return this with { MaxInFlight = requests };
    }

    /// <summary>Sets the longest wait for an answer, wall time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public Scenario WithTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return this with { Timeout = timeout };
    }
}
