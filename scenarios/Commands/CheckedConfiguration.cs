using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Reads a configuration for <c>check</c>.</summary>
internal static class CheckedConfiguration
{
    /// <summary>The configuration, with the strategy's promises where it has any of the strategy's alerts.</summary>
    /// <exception cref="ConfigurationException">There is nothing to check, or the systems' file is broken.</exception>
    public static CheckSubject Load(string folder)
    {
        var files = ConfigurationFolder.Load(folder);
        return new CheckSubject(files, Contracts(files)) { Systems = File.Exists(Path.Combine(folder, Systems.FileName)) ? Systems.Load(folder) : null };
    }

    /// <summary>The configuration that another one is compared with: a folder, one of the shipped ones, or the same folder at a git revision.</summary>
    /// <exception cref="UsageException">There is no such folder and no such revision.</exception>
    /// <exception cref="ConfigurationException">There is nothing to compare with.</exception>
    public static async Task<CheckSubject> LoadAgainstAsync(string root, string folder, string against, CancellationToken cancellationToken)
    {
        if (ConfigurationChoice.Find(root, against) is { } other)
        {
            return Load(other);
        }

        var unpacked = Directory.CreateTempSubdirectory("novacron-validation-");
        try
        {
            await GitTree.ExtractAsync(folder, against, unpacked.FullName, cancellationToken);
            return Load(unpacked.FullName);
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
    }

    /// <summary>The ledger of a configuration; an empty one where it has none.</summary>
    /// <exception cref="ConfigurationException">It is broken.</exception>
    public static ImmutableArray<KnownDefect> Ledger(string folder)
    {
        var file = Path.Combine(folder, KnownDefects.FileName);
        return File.Exists(file) ? KnownDefects.Load(file).Entries : [];
    }

    private static ImmutableArray<AlertContract> Contracts(ConfigurationFolder files)
    {
        var names = files.Alerts.Select(a => a.Name).ToHashSet();
        if (!ScenarioCatalogue.All.Any(s => names.Contains(s.Contract.Alert)))
        {
            return [];
        }

        var systems = Systems.Load(files.Directory);
        return [.. ScenarioCatalogue.Under(systems, ScenarioCatalogue.All).Select(s => s.Contract)];
    }
}
