using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Everything around the cells of a run: engine, images, session and tear-down.</summary>
internal sealed class EngineRun(RunOptions options, string runId, string root, IRunDisplay display, TimeProvider time)
{
    /// <summary>Runs what needs the engine.</summary>
    /// <param name="run">What it is.</param>
    /// <param name="cancellationToken">Interrupts the run; faults are rolled back and cells removed before it ends.</param>
    /// <returns>What it brought, and why something of the run is still on the engine; the latter null when nothing is.</returns>
    /// <exception cref="EngineException">The environment could not be set up.</exception>
    public async Task<(T Result, string? Leftovers)> ExecuteAsync<T>(Func<RunContext, CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        display.Step("connecting to the container engine");
        await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
        var images = await new ImageBuilder(engine, root, options.Suite).EnsureAsync(options.Images, new StepProgress(display), cancellationToken);
        display.Step("starting the run");
        var session = await RunSession.StartAsync(engine, images, runId, time, cancellationToken);
        T result;
        try
        {
            result = await run(session.Context, cancellationToken);
            display.Step("removing what is left");
        }
        catch
        {
            display.Step(cancellationToken.IsCancellationRequested ? "interrupted: removing what is left" : "removing what is left");
            await RemoveAsync(session);
            throw;
        }

        return (result, await RemoveAsync(session));
    }

    // What cannot be removed is told; it must not hide what the cells brought.
    private static async Task<string?> RemoveAsync(RunSession session)
    {
        try
        {
            await session.DisposeAsync();
            return null;
        }
        catch (Exception failure) when (failure is EngineException or OperationCanceledException)
        {
            return $"not everything of the run could be removed: {failure.Message}; ./validate recover removes it";
        }
    }

    private sealed class StepProgress(IRunDisplay display) : IProgress<string>
    {
        public void Report(string value) => display.Step(value);
    }
}
