using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>Chooses the promtool to ask.</summary>
public static class RuleTesters
{
    /// <summary>promtool of this machine, which starts in no time; else that of the image that cells run, where it is built already.</summary>
    /// <param name="path">Search path, as in the environment variable PATH.</param>
    /// <param name="root">The project's root folder.</param>
    /// <param name="suite">Debian suite of the image, e.g. <c>trixie</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuleTesterException">There is neither; the message says what to install.</exception>
    public static async Task<IRuleTester> ChooseAsync(string path, string root, string suite, CancellationToken cancellationToken) =>
        await HostRuleTester.FindAsync(path, cancellationToken) ?? (IRuleTester)await OfImageAsync(root, suite, cancellationToken);

    private static async Task<ImageRuleTester> OfImageAsync(string root, string suite, CancellationToken cancellationToken)
    {
        var image = ImageBuilder.ReferenceOf(ImageInputs.Of(ImageCatalogue.Prometheus, root), suite);
        ContainerEngine? engine = null;
        try
        {
            engine = await ContainerEngine.ConnectAsync(cancellationToken);
            if (await engine.ImageExistsAsync(image, cancellationToken))
            {
                var tester = new ImageRuleTester(engine, image, TimeProvider.System);
                engine = null;
                return tester;
            }

            throw Missing($"the image {image} is not built");
        }
        catch (EngineException failure)
        {
            throw Missing($"no container engine can be asked for its image ({failure.Message})", failure);
        }
        finally
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }
    }

    private static RuleTesterException Missing(string and, Exception? cause = null) => new(
        $"rules cannot be simulated: promtool is not on the PATH, and {and}; install promtool (on Debian and Ubuntu: apt-get install prometheus), or let ./validate run build the image", cause);
}
