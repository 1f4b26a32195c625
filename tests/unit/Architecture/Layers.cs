namespace NovaCron.Validation.Tests.Unit.Architecture;

/// <summary>A part of the suite: the folder that it lives in and the last part of its root namespace.</summary>
/// <param name="Folder">Folder below the repository's root.</param>
/// <param name="Namespace">What follows <c>NovaCron.Validation.</c>.</param>
/// <param name="MayImport">Folders of the layers that it may use, beside its own.</param>
internal sealed record Layer(string Folder, string Namespace, params string[] MayImport);

/// <summary>The one dependency rule: imports run one way.</summary>
internal static class Layers
{
    public static IReadOnlyList<Layer> All { get; } =
    [
        // Before the folder that it lies in.
        new("environments/stand-ins", "StandIns"),
        new("environments", "Environments"),
        new("fault-injectors", "FaultInjectors", "environments"),
        new("assertions", "Assertions", "environments"),
        new("scenarios", "Scenarios", "environments", "fault-injectors", "assertions"),
        new("tests", "Tests", "environments/stand-ins", "environments", "fault-injectors", "assertions", "scenarios"),
    ];

    /// <summary>The layer that a path belongs to; null outside all of them.</summary>
    public static Layer? Of(string path) => All.FirstOrDefault(layer => path.StartsWith(layer.Folder + "/", StringComparison.Ordinal));

    public static bool Allows(Layer from, Layer to) => from == to || from.MayImport.Contains(to.Folder);
}
