namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>An image's name taken apart.</summary>
/// <param name="Repository">Registry, if any, and repository.</param>
/// <param name="Tag">Tag or digest.</param>
internal sealed record ImageReference(string Repository, string Tag)
{
    /// <summary>Takes <c>[registry[:port]/]repository[:tag|@digest]</c> apart; the tag is <c>latest</c> when there is none.</summary>
    public static ImageReference Parse(string reference)
    {
        if (reference.Split('@') is [var named, var digest])
        {
            return new ImageReference(named, digest);
        }

        var colon = reference.LastIndexOf(':');
        return colon > reference.LastIndexOf('/')
            ? new ImageReference(reference[..colon], reference[(colon + 1)..])
            : new ImageReference(reference, "latest");
    }
}
