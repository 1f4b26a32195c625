using NovaCron.Validation.StandIns.Engine;

namespace NovaCron.Validation.StandIns.Reaper;

/// <summary>Removes everything of a run, one after another: the engine can deadlock when two containers leave one network together.</summary>
/// <param name="engine">The engine.</param>
/// <param name="label">Name of the run's label.</param>
/// <param name="value">Its value.</param>
/// <param name="say">Takes each line about what was done.</param>
/// <param name="time">Paces the rounds.</param>
internal sealed class RunRemoval(IContainerEngine engine, string label, string value, Action<string> say, TimeProvider time)
{
    private const string RoleLabel = "novacron-validation.role";
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    /// <summary>Removes containers until none but reapers is left, then the networks, then the reapers, itself among them.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await UntilNoneAsync(async () =>
        {
            var left = (await engine.ListAsync(label, value, cancellationToken)).Where(container => !IsReaper(container)).OrderBy(Rank).ToList();
            foreach (var container in left)
                await TryAsync($"remove the container {container.Name}", () => engine.RemoveAsync(container.Id, cancellationToken));
            return left.Count;
        }, cancellationToken);
        await UntilNoneAsync(async () =>
        {
            var left = await engine.ListNetworksAsync(label, value, cancellationToken);
            foreach (var network in left)
                await TryAsync($"remove the network {network.Name}", () => engine.RemoveNetworkAsync(network.Id, cancellationToken));
            return left.Count;
        }, cancellationToken);
        await UntilNoneAsync(async () =>
        {
            var left = await engine.ListAsync(label, value, cancellationToken);
            foreach (var reaper in left)
                await TryAsync($"remove the reaper {reaper.Name}", () => engine.RemoveAsync(reaper.Id, cancellationToken));
            return left.Count;
        }, cancellationToken);
    }

    /// <summary>The order of removal: what would create again first, then what lives in another's network, then the rest.</summary>
    public static int Rank(ListedContainer container) =>
        Role(container) == "kubernetes" ? 0
        : container.NetworkMode.StartsWith("container:", StringComparison.Ordinal) ? 1
        : 2;

    private async Task UntilNoneAsync(Func<Task<int>> round, CancellationToken cancellationToken)
    {
        while (true)
        {
            int? found = null;
            await TryAsync("go over what is left", async () => found = await round(), quiet: true);
            if (found == 0)
                return;
            if (found is null)
                await Task.Delay(BetweenRounds, time, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task TryAsync(string what, Func<Task> attempt, bool quiet = false)
    {
        try
        {
            if (!quiet)
                say(what);
            await attempt();
        }
        catch (EngineFailure failure)
        {
            say($"could not {what}, tries again: {failure.Message}");
            await Task.Delay(BetweenRounds, time);
        }
    }

    private static bool IsReaper(ListedContainer container) => Role(container) == "reaper";

    private static string? Role(ListedContainer container) => container.Labels.GetValueOrDefault(RoleLabel);
}
