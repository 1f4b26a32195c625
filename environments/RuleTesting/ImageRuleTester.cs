using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>promtool of an image, in a container of its own for each call.</summary>
public sealed class ImageRuleTester : IRuleTester
{
    private readonly ContainerEngine _engine;
    private readonly RuleTool _tool;

    // Without it, a run that starts meanwhile would sweep a container away as a dead run's.
    private readonly Heartbeat _heartbeat;

    /// <summary>A tester; it gives signs of life until it is disposed of.</summary>
    /// <param name="engine">The engine; it belongs to the tester.</param>
    /// <param name="image">Reference of the image.</param>
    /// <param name="time">Clock of the signs of life.</param>
    public ImageRuleTester(ContainerEngine engine, string image, TimeProvider time)
    {
        var id = $"c{Guid.NewGuid():n}"[..12];
        Description = $"promtool of the image {image}";
        _engine = engine;
        _tool = new RuleTool(engine, new ImageSet(ImmutableSortedDictionary<string, string>.Empty.Add(ImageCatalogue.Prometheus, image)), id);
        _heartbeat = Heartbeat.Start(id, time);
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public async Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken)
    {
        try
        {
            return await _tool.TestRulesAsync(files, cancellationToken);
        }
        catch (EngineException failure)
        {
            throw new RuleTesterException($"{Description} did not run: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _heartbeat.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
