using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Simulated;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>A configuration as <c>check</c> sees it: for its checks, and for the rule engine.</summary>
/// <param name="Subject">For the checks.</param>
/// <param name="Scenarios">The scenarios of its alerts; none for a configuration that is of no strategy.</param>
internal sealed record CheckedConfiguration(CheckSubject Subject, ImmutableArray<AlertScenario> Scenarios)
{
    /// <summary>Its rules in virtual time.</summary>
    public ConfigurationSimulation Simulation => new(Subject.Folder, Scenarios);

    /// <summary>Reads a configuration, with the strategy's promises where it has any of the strategy's alerts.</summary>
    /// <exception cref="ConfigurationException">There is nothing to check, or a file of it cannot be read; what can be read of the rest would be judged without it.</exception>
    public static CheckedConfiguration Load(string folder)
    {
        var files = ConfigurationFolder.Load(folder);
        return files.Unreadable.IsEmpty ? Of(files) : throw files.Unreadable[0];
    }

    /// <summary>Prepares a configuration that is read already.</summary>
    /// <exception cref="ConfigurationException">The systems' file is broken.</exception>
    public static CheckedConfiguration Of(ConfigurationFolder files)
    {
        var names = files.Alerts.Select(a => a.Name).ToHashSet();
        ImmutableArray<AlertScenario> scenarios = ScenarioCatalogue.All.Any(s => names.Contains(s.Contract.Alert))
            ? ScenarioCatalogue.Under(Systems.Load(files.Directory), ScenarioCatalogue.All) : [];
        var systems = File.Exists(Path.Combine(files.Directory, Systems.FileName)) ? Systems.Load(files.Directory) : null;
        return new CheckedConfiguration(new CheckSubject(files, [.. scenarios.Select(s => s.Contract)]) { Systems = systems }, scenarios);
    }

    /// <summary>The configuration that another one is compared with: a folder, one of the shipped ones, or the same folder at a git revision.</summary>
    /// <exception cref="UsageException">There is no such folder and no such revision.</exception>
    /// <exception cref="ConfigurationException">There is nothing to compare with.</exception>
    public static async Task<CheckSubject> LoadAgainstAsync(string root, string folder, string against, CancellationToken cancellationToken)
    {
        if (ConfigurationChoice.Find(root, against) is { } other)
        {
            return Load(other).Subject;
        }

        var unpacked = Directory.CreateTempSubdirectory("novacron-validation-");
        try
        {
            await GitTree.ExtractAsync(folder, against, unpacked.FullName, cancellationToken);
            return Load(unpacked.FullName).Subject;
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
}
