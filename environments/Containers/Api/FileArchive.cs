using System.Formats.Tar;
using System.Runtime.InteropServices;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Packs files for a copy into a container.</summary>
internal static class FileArchive
{
    /// <summary>
    /// A tar of the files relative to the root. Folders are left to the engine, which makes the missing ones:
    /// an entry for one that exists would change its permissions or take the place of a link.
    /// </summary>
    public static async Task<MemoryStream> PackAsync(IEnumerable<ContainerFile> files, CancellationToken cancellationToken)
    {
        var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await writer.WriteEntryAsync(Entry(file), cancellationToken);
            }
        }

        archive.Position = 0;
        return archive;
    }

    private static PaxTarEntry Entry(ContainerFile file) => new(TarEntryType.RegularFile, file.Path.TrimStart('/'))
    {
        Mode = file.Mode,
        Uid = file.UserId,
        Gid = file.GroupId,
        DataStream = MemoryMarshal.TryGetArray(file.Content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(file.Content.ToArray(), writable: false),
    };
}
