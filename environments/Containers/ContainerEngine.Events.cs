using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Events.</content>
public sealed partial class ContainerEngine
{
    private const long NanosPerSecond = 1_000_000_000;
    private const int NanosPerTick = 100;

    /// <summary>
    /// Events of containers that carry all the labels, until cancelled; ends with an <see cref="EngineException"/> when the engine goes away.
    /// Nothing from the moment of this call on is missed, however late the reading begins (within the engine's memory of 256 events).
    /// </summary>
    /// <param name="labels">Labels; an empty value matches whatever the label's value is.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>.</param>
    public IAsyncEnumerable<ContainerEvent> EventsAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken)
    {
        var nanos = (Http.Time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosPerTick;
        var since = string.Create(CultureInfo.InvariantCulture, $"{nanos / NanosPerSecond}.{nanos % NanosPerSecond:D9}");
        var request = EngineRequest.Get($"/events?since={since}&filters={Api.Labels.Filter(labels, "container")}", "follow the engine's events", Http.Timeouts.Query);
        return FollowAsync(request with { Passage = GatePassage.None }, cancellationToken);
    }

    private async IAsyncEnumerable<ContainerEvent> FollowAsync(EngineRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await Http.OpenAsync(request, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (true)
        {
            var line = await NextAsync(reader, cancellationToken);
            if (line.Length > 0 && Parse(line) is { } happened)
            {
                yield return happened;
            }
        }
    }

    private async Task<string> NextAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        Exception? cause = null;
        try
        {
            if (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                return line;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cause = e;
        }

        throw new EngineException($"The engine at {Http.Endpoint} stopped sending events: it has ended or been restarted, and what ran on it is lost. Start it and run again.", cause);
    }

    private static ContainerEvent? Parse(string line)
    {
        if (Read(line) is not { Action: { } action, Actor: { Id: { } id } actor } wire)
        {
            return null;
        }

        var attributes = actor.Attributes ?? [];
        return new ContainerEvent(DateTimeOffset.UnixEpoch.AddTicks(wire.TimeNano / NanosPerTick), action, id, attributes.GetValueOrDefault("name", ""), attributes);
    }

    private static Wire.Event? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Wire.Event>(line, Wire.Options);
        }
        catch (JsonException)
        {
            // The last line of an engine that died while writing it; the stream's end says the rest.
            return null;
        }
    }
}
