namespace NovaCron.Validation.Scenarios.Load;

/// <summary>What a request is told about itself.</summary>
/// <param name="ScenarioName">Name of its scenario.</param>
/// <param name="InvocationNumber">Counts the scenario's requests, from 0; steps spread their work by it.</param>
/// <param name="ScheduledAt">When the request was due, as wall time since the load began; its latency counts from here.</param>
public readonly record struct ScenarioContext(string ScenarioName, long InvocationNumber, TimeSpan ScheduledAt);
