namespace NovaCron.Validation.Environments;

/// <summary>Where the project's own files are: configurations, image recipes and sources of the stand-ins.</summary>
public static class ProjectRoot
{
    private const string Marker = "NovaCron.Validation.sln";

    /// <summary>Finds the folder: <c>NOVACRON_VALIDATION_ROOT</c>, else the nearest folder above the program that holds the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither leads to the project.</exception>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable("NOVACRON_VALIDATION_ROOT");
        if (named is not null && File.Exists(Path.Combine(named, Marker)))
        {
            return Path.GetFullPath(named);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no {Marker} above {AppContext.BaseDirectory}; start the program with ./validate");
    }
}
