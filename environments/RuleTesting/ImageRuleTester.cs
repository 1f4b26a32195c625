using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>promtool of an image, in a container of its own for each call.</summary>
/// <param name="engine">The engine; it belongs to the tester.</param>
/// <param name="image">Reference of the image.</param>
public sealed class ImageRuleTester(ContainerEngine engine, string image) : IRuleTester
{
    private readonly RuleTool _tool = new(engine, new ImageSet(System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(ImageCatalogue.Prometheus, image)), $"c{Guid.NewGuid():n}"[..12]);

    /// <inheritdoc/>
    public string Description => $"promtool of the image {image}";

    /// <inheritdoc/>
    public async Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken)
    {
        try
        {
            return await _tool.TestRulesAsync(files, cancellationToken);
        }
        catch (EngineException failure)
        {
            throw new RuleTesterException($"promtool of the image {image} did not run: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
