using System.Collections.Immutable;
using System.Security.Cryptography;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>
/// A run's hold on the engine: the reaper that clears up if the runner dies, the heartbeat that keeps the reaper waiting,
/// the network that gateways publish from, and the certificate authority.
/// </summary>
public sealed class RunSession : IAsyncDisposable
{
    private static readonly TimeSpan TearDownLimit = TimeSpan.FromSeconds(60);
    private readonly string _runId;
    private readonly TimeProvider _time;
    private Heartbeat? _heartbeat;

    private RunSession(string runId, TimeProvider time)
    {
        _runId = runId;
        _time = time;
    }

    /// <summary>What the run's cells share.</summary>
    public RunContext Context { get; private set; } = null!;

    /// <summary>Starts the session and sweeps what dead runs have left.</summary>
    /// <exception cref="EngineException">The engine could not do it.</exception>
    public static async Task<RunSession> StartAsync(
        ContainerEngine engine, ImageSet images, string runId, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new RunSession(runId, time);
        try
        {
            await Leftovers.SweepAsync(engine, time, cancellationToken);
            await session.OpenAsync(engine, images, cancellationToken);
            return session;
        }
        catch
        {
            await session.CloseAsync(engine);
            throw;
        }
    }

    /// <summary>Removes all that the run still has on the engine, the reaper last.</summary>
    public ValueTask DisposeAsync() => new(CloseAsync(Context.Engine));

    private async Task OpenAsync(ContainerEngine engine, ImageSet images, CancellationToken cancellationToken)
    {
        var socket = engine.SocketPath
            ?? throw new EngineException("the engine is not reached over a Unix socket; the kubelet stand-in and the reaper need one: unset DOCKER_HOST or point it at unix://…");
        _heartbeat = Heartbeat.Start(_runId, _time);
        await engine.StartAsync(Reaper(images, socket), cancellationToken);
        var outside = await engine.CreateNetworkAsync(
            new NetworkSpec(
                $"nv-{_runId}-outside", false, RunLabels.OfRun(_runId),
                new Dictionary<string, string> { ["com.docker.network.bridge.enable_ip_masquerade"] = "false" }),
            cancellationToken);
        Context = new RunContext
        {
            RunId = _runId,
            Engine = engine,
            Images = images,
            Authority = CertificateAuthority.Create(_time),
            Outside = outside,
            EngineSocket = socket,
            ServiceAccountToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)),
        };
    }

    private ContainerSpec Reaper(ImageSet images, string socket) => new()
    {
        Image = images[ImageCatalogue.StandIns],
        Name = $"nv-{_runId}-reaper",
        Command = ["reaper"],
        Labels = RunLabels.OfRun(_runId).Add(RunLabels.Role, RunLabels.Reaper),
        Environment = new Dictionary<string, string>
        {
            ["ENGINE_SOCKET"] = "/var/run/docker.sock",
            ["RUN_LABEL"] = $"{RunLabels.Run}={_runId}",
            ["HEARTBEAT_FILE"] = $"/lease/{Lease.FileName}",
            ["GRACE_SECONDS"] = ((int)Lease.Grace.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }.ToImmutableSortedDictionary(),
        Binds = [$"{socket}:/var/run/docker.sock", $"{Lease.FolderOf(_runId)}:/lease:ro"],
    };

    // The reaper goes last: whatever ends this process before, it finishes the work.
    private async Task RemoveAllButReaperAsync(ContainerEngine engine, CancellationToken cancellationToken)
    {
        foreach (var container in await engine.ListContainersAsync(RunLabels.OfRun(_runId), cancellationToken))
        {
            if (container.Labels.GetValueOrDefault(RunLabels.Role) != RunLabels.Reaper)
            {
                await engine.Container(container.Id).RemoveAsync(cancellationToken);
            }
        }

        if (Context is { } context)
        {
            await context.Outside.RemoveAsync(cancellationToken);
        }
    }

    private async Task CloseAsync(ContainerEngine engine)
    {
        using var limit = new CancellationTokenSource(TearDownLimit, _time);
        try
        {
            await RemoveAllButReaperAsync(engine, limit.Token);
            await engine.RemoveAllAsync(RunLabels.OfRun(_runId), limit.Token);
        }
        finally
        {
            if (_heartbeat is not null)
            {
                await _heartbeat.DisposeAsync();
            }
        }
    }
}
