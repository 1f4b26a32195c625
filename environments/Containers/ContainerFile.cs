namespace NovaCron.Validation.Environments.Containers;

/// <summary>A file put into a container. It lands in the container's own file system: one below a mount is hidden by the mount.</summary>
/// <param name="Path">Absolute path inside the container; missing folders are made.</param>
/// <param name="Content">The file's bytes.</param>
/// <param name="Mode">Unix permission bits.</param>
public sealed record ContainerFile(string Path, ReadOnlyMemory<byte> Content, UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)
{
    /// <summary>Numeric owner inside the container.</summary>
    /// <value>Default 0, root.</value>
    public int UserId { get; init; }

    /// <summary>Numeric group inside the container.</summary>
    /// <value>Default 0, root.</value>
    public int GroupId { get; init; }
}
