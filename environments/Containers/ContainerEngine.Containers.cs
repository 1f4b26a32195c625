using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Containers.</content>
public sealed partial class ContainerEngine
{
    /// <summary>
    /// Creates a container, copies its files in, starts it and waits for its wait strategies.
    /// One that cannot be started is removed again; one that does not become ready is left for a look at it.
    /// </summary>
    /// <exception cref="ArgumentException">The specification cannot work; the message lists all that is wrong.</exception>
    /// <exception cref="EngineException">It could not be started or did not become ready; the message has the tail of its output.</exception>
    public async Task<Container> StartAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        var container = await StartOnlyAsync(spec, cancellationToken);
        foreach (var wait in spec.Waits)
        {
            await container.WaitUntilAsync(wait, cancellationToken);
        }

        return container;
    }

    /// <summary>Runs a container to its end, returns exit code and output, and removes it. Its wait strategies are not asked.</summary>
    /// <param name="spec">The container.</param>
    /// <param name="timeout">Longest time from start to end, wall time.</param>
    /// <param name="cancellationToken">Gives up, and removes it.</param>
    /// <exception cref="EngineException">It did not end in time (the message has the tail of its output), or the engine failed.</exception>
    public async Task<ExecResult> RunAsync(ContainerSpec spec, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var container = await StartOnlyAsync(spec, cancellationToken);
        try
        {
            var exitCode = await container.WaitForExitAsync(timeout, cancellationToken);
            var output = await container.OutputAsync(int.MaxValue, cancellationToken);
            return new ExecResult(exitCode, output.Stdout, output.Stderr);
        }
        catch (EngineException e) when (e is { StatusCode: null, InnerException: null, EngineHangs: false })
        {
            throw new EngineException($"{e.Message} {await container.LastWordsAsync(cancellationToken)}", e);
        }
        finally
        {
            await container.RemoveAsync(CancellationToken.None);
        }
    }

    /// <summary>A handle on an existing container.</summary>
    /// <param name="id">Identifier or name.</param>
    public Container Container(string id) => new(this, id, id);

    /// <summary>Containers, running or not, that carry all the labels.</summary>
    /// <param name="labels">Labels; an empty value matches whatever the label's value is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        [.. (await ListWireAsync(labels, cancellationToken)).Select(item => new ContainerSummary(item.Id, (item.Names ?? [""])[0].TrimStart('/'), item.State, item.Labels ?? []))];

    /// <summary>Removes every container, then every network, that carries all the labels; returns how many of each.</summary>
    /// <param name="labels">Labels, at least one; an empty value matches whatever the label's value is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There are no labels: that would remove what is not ours.</exception>
    /// <exception cref="EngineException">The engine hangs, or something is left; the message names it.</exception>
    public Task<RemovalCount> RemoveAllAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        labels.Count == 0
            ? throw new ArgumentException("Removing everything without a label would remove containers that are not ours.", nameof(labels))
            : new Removal(this, labels).RunAsync(cancellationToken);

    internal async Task<IReadOnlyList<Wire.ContainerItem>> ListWireAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken) =>
        await Http.ReadAsync<Wire.ContainerItem[]>(EngineRequest.Get($"/containers/json?all=1&filters={Api.Labels.Filter(labels)}", "list containers", Http.Timeouts.Query), cancellationToken);

    private async Task<Container> StartOnlyAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        spec.Validate();
        var request = EngineRequest.Post($"/containers/create?name={Uri.EscapeDataString(spec.Name)}", $"create container {spec.Name} of {spec.Image}", Http.Timeouts.Change, CreateRequest.Of(spec));
        var container = new Container(this, (await Http.ReadAsync<Wire.Created>(request, cancellationToken)).Id, spec.Name);
        try
        {
            await EquipAsync(container, spec, cancellationToken);
            await container.StartAsync(cancellationToken);
            return container;
        }
        catch (Exception e) when (e is not EngineException { EngineHangs: true })
        {
            await RemoveQuietlyAsync(container);
            throw;
        }
    }

    private static async Task EquipAsync(Container container, ContainerSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Files.Length > 0)
        {
            await container.CopyInAsync(spec.Files, cancellationToken);
        }

        foreach (var (network, aliases) in spec.Networks.Skip(1))
        {
            await network.ConnectAsync(container, aliases, cancellationToken);
        }
    }

    private static async Task RemoveQuietlyAsync(Container container)
    {
        try
        {
            await container.RemoveAsync(CancellationToken.None);
        }
        catch (EngineException)
        {
            // The failure that led here says more; the labels let a later sweep find what is left.
        }
    }
}
