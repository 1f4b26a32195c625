namespace NovaCron.Validation.Environments.Cells;

/// <summary>A run's heartbeat: a file of the host that the runner touches and the reaper looks at.</summary>
internal static class Lease
{
    /// <summary>Name of the file in its folder.</summary>
    public const string FileName = "heartbeat";

    /// <summary>How long after the last beat a run counts as dead, wall time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Folder of a run's heartbeat.</summary>
    public static string FolderOf(string runId) => Path.Combine(Path.GetTempPath(), $"novacron-validation-{runId}");

    /// <summary>Gives a sign of life.</summary>
    public static void Beat(string runId, TimeProvider time)
    {
        var file = Path.Combine(Directory.CreateDirectory(FolderOf(runId)).FullName, FileName);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, "");
        }

        File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Whether a run has given a sign of life within the grace.</summary>
    public static bool IsAlive(string runId, TimeProvider time)
    {
        var file = new FileInfo(Path.Combine(FolderOf(runId), FileName));
        return file.Exists && time.GetUtcNow() - file.LastWriteTimeUtc <= Grace;
    }

    /// <summary>Removes the file and its folder.</summary>
    public static void Remove(string runId)
    {
        if (Directory.Exists(FolderOf(runId)))
        {
            Directory.Delete(FolderOf(runId), recursive: true);
        }
    }
}
