using System.Text.Json;
using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Images.</content>
public sealed partial class ContainerEngine
{
    /// <summary>Whether the engine has the image.</summary>
    /// <param name="reference">The image, as <c>repository:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> ImageExistsAsync(string reference, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Get($"/images/{reference}/json", $"look for image {reference}", Http.Timeouts.Query) with { Accepted = [Removal.NotFound] };
        return (await Http.CallAsync(request, cancellationToken)).Status != Removal.NotFound;
    }

    /// <summary>Pulls an image; false when no registry answers with it within the timeout.</summary>
    /// <param name="reference">The image, as <c>[registry/]repository[:tag]</c>.</param>
    /// <param name="timeout">Longest time, wall time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> TryPullAsync(string reference, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var image = ImageReference.Parse(reference);
        var request = EngineRequest.Post($"/images/create?fromImage={Uri.EscapeDataString(image.Repository)}&tag={Uri.EscapeDataString(image.Tag)}", $"pull {reference}", timeout);
        try
        {
            return await ProgressAsync(request, progress: null, cancellationToken) is null;
        }
        catch (EngineException)
        {
            return false;
        }
    }

    /// <summary>Gives an image another name.</summary>
    /// <param name="source">The image, as <c>repository:tag</c>.</param>
    /// <param name="target">The name that it has too from then on, as <c>repository:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">There is no such image (<see cref="EngineException.StatusCode"/> 404), or the engine failed.</exception>
    public Task TagImageAsync(string source, string target, CancellationToken cancellationToken)
    {
        var image = ImageReference.Parse(target);
        var path = $"/images/{source}/tag?repo={Uri.EscapeDataString(image.Repository)}&tag={Uri.EscapeDataString(image.Tag)}";
        return Http.CallAsync(EngineRequest.Post(path, $"name image {source} {target}", Http.Timeouts.Change), cancellationToken);
    }

    /// <summary>Takes a name off an image, and removes the image when it has no other; nothing happens when there is none.</summary>
    /// <param name="reference">The image, as <c>repository:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">A container uses it (<see cref="EngineException.StatusCode"/> 409), or the engine failed.</exception>
    public Task RemoveImageAsync(string reference, CancellationToken cancellationToken) =>
        Http.CallAsync(EngineRequest.Delete($"/images/{reference}", $"remove image {reference}", Http.Timeouts.Change) with { Accepted = [Removal.NotFound] }, cancellationToken);

    /// <summary>Makes an image of a root file system given as a tar stream.</summary>
    /// <param name="tar">The root file system.</param>
    /// <param name="reference">The image's name, as <c>repository:tag</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">The engine could not read the stream, or failed.</exception>
    public async Task ImportImageAsync(Stream tar, string reference, CancellationToken cancellationToken)
    {
        var image = ImageReference.Parse(reference);
        var path = $"/images/create?fromSrc=-&repo={Uri.EscapeDataString(image.Repository)}&tag={Uri.EscapeDataString(image.Tag)}";
        var request = EngineRequest.Post(path, $"import image {reference}", Http.Timeouts.Import) with
        {
            Content = TarContent(tar),
            TimeoutMeaning = "The stream may be stuck, or the engine hangs.",
        };
        if (await ProgressAsync(request, progress: null, cancellationToken) is { } error)
        {
            throw new EngineException($"Could not import image {reference}: {error}. The stream must be a tar of a root file system.");
        }
    }

    /// <summary>Builds an image with the classic builder; <paramref name="context"/> is a tar stream with a Dockerfile.</summary>
    /// <param name="context">The build context.</param>
    /// <param name="reference">The image's name, as <c>repository:tag</c>.</param>
    /// <param name="buildArguments">Build arguments by name.</param>
    /// <param name="progress">Told every line of output that is not blank; null for nobody.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="EngineException">The build failed; the message has the tail of its output.</exception>
    public async Task BuildImageAsync(Stream context, string reference, IReadOnlyDictionary<string, string> buildArguments, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var arguments = Uri.EscapeDataString(JsonSerializer.Serialize(buildArguments, Wire.Options));
        var path = $"/build?version=1&networkmode=host&rm=1&forcerm=1&t={Uri.EscapeDataString(reference)}&buildargs={arguments}";
        var request = EngineRequest.Post(path, $"build image {reference}", Http.Timeouts.Build) with
        {
            Content = TarContent(context),
            TimeoutMeaning = "A download may be stuck, or the engine hangs.",
        };
        if (await ProgressAsync(request, progress, cancellationToken) is { } error)
        {
            throw new EngineException($"Could not build image {reference}: {error}");
        }
    }

    private Task<string?> ProgressAsync(EngineRequest request, IProgress<string>? progress, CancellationToken cancellationToken) =>
        Http.SendAsync(request, async (response, token) => await ProgressStream.ReadAsync(await response.Content.ReadAsStreamAsync(token), progress, token), cancellationToken);

    private static StreamContent TarContent(Stream tar)
    {
        var content = new StreamContent(tar);
        content.Headers.ContentType = new("application/x-tar");
        return content;
    }
}
