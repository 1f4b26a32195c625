using System.Formats.Tar;

namespace NovaCron.Validation.Tests.Stack.StandIns;

/// <summary>The root file system of a small image, made of the machine's busybox.</summary>
internal static class BusyboxImage
{
    private static readonly string[] Candidates = ["/bin/busybox", "/usr/bin/busybox"];

    /// <summary>As a tar stream.</summary>
    /// <exception cref="InvalidOperationException">There is no busybox; the message says how to get one.</exception>
    public static Stream Tar()
    {
        var busybox = Array.Find(Candidates, File.Exists)
            ?? throw new InvalidOperationException("The stack tests of the stand-ins need a statically linked busybox: apt-get install busybox-static.");
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(busybox, "bin/busybox");
            foreach (var name in (string[])["sh", "sleep", "cat", "httpd"])
                writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{name}") { LinkName = "busybox" });
        }
        tar.Position = 0;
        return tar;
    }
}
