using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>What Prometheus' and Alertmanager's own tools say of a configuration, in the versions that the cells run.</summary>
/// <param name="run">What the run shares.</param>
public sealed class ConfigurationCheck(RunContext run)
{
    private readonly RuleTool _tool = new(run);

    /// <summary>Why Alertmanager refuses its configuration; null when it accepts it.</summary>
    public Task<string?> AlertmanagerAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        RefusalAsync(ImageCatalogue.Alertmanager, "amtool", ["check-config"], name, content, cancellationToken);

    /// <summary>Why Prometheus refuses its configuration; null when it accepts it.</summary>
    public Task<string?> PrometheusAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        RefusalAsync(ImageCatalogue.Prometheus, "promtool", ["check", "config", "--syntax-only"], name, content, cancellationToken);

    /// <summary>Why Prometheus refuses a rule file; null when it accepts it.</summary>
    public Task<string?> RulesAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        RefusalAsync(ImageCatalogue.Prometheus, "promtool", ["check", "rules"], name, content, cancellationToken);

    private async Task<string?> RefusalAsync(
        string image, string tool, ImmutableArray<string> command, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = RuleTool.Folder + Path.GetFileName(name);
        var result = await _tool.RunAsync(image, tool, [.. command, path], [new ContainerFile(path, content)], cancellationToken);
        return result.ExitCode == 0 ? null : ToolMessage.Of(result, path, name);
    }
}
