using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>
/// A shell script that runs inside the target's own container, and so in its cgroup, as a session of its own. What is ended is that session, and nothing else.
/// </summary>
/// <param name="target">The container.</param>
/// <param name="script">Script for <c>sh</c>; on TERM it must end once its children have.</param>
/// <param name="time">Clock.</param>
internal sealed class PressingProcesses(PodFaultOptions target, string script, TimeProvider time)
{
    private const int NotFound = 127;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    // The engine ends no command by itself; the script's own limit ends it long before this.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly string _mark = $"novacron-validation-press-{Guid.NewGuid():n}";
    private BackgroundWork? _running;
    private Container? _container;
    private int? _session;

    /// <summary>Pod and container, as error messages name them.</summary>
    public string Subject => $"container {target.Container} of pod {target.Pod}";

    /// <summary>Why the script ended although nobody ended it; null while it runs.</summary>
    public Exception? Failure => _running?.Failure;

    /// <summary>The container, once found always the same.</summary>
    /// <exception cref="FaultException">None runs, or several do.</exception>
    public async Task<Container> ContainerAsync(CancellationToken cancellationToken) => _container ??= await FindAsync(cancellationToken);

    /// <summary>Reads the container's cgroup, from inside.</summary>
    /// <exception cref="FaultException">It could not be read.</exception>
    public async Task<CgroupReading> ReadAsync(CancellationToken cancellationToken)
    {
        var container = await ContainerAsync(cancellationToken);
        return CgroupReading.Parse((await container.ExecAsync(CgroupReading.Command, cancellationToken)).Stdout);
    }

    /// <summary>Starts the script.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FaultException">It does not run, or is no session of its own.</exception>
    public async Task StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var container = await ContainerAsync(cancellationToken);
        var spec = new ExecSpec(["sh", "-c", script, _mark, .. arguments]) { Timeout = target.MaximumDuration + Grace };
        _running = BackgroundWork.Start(async stop =>
        {
            var ended = await container.ExecAsync(spec, stop);
            throw new FaultException($"it ended with {ended.ExitCode}: {ended.Stderr.Trim()}");
        });
        await Wait.UntilHoldsAsync("a process that presses it", StartLimit, JudgeStartedAsync, cancellationToken);
    }

    /// <summary>Ends the session and waits until none of its processes is left.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_running is null || _container is not { } container)
        {
            return;
        }

        _session ??= await SessionAsync(container, cancellationToken);
        await Wait.UntilHoldsAsync("the end of what presses it", StopLimit, token => EndAsync(container, token), cancellationToken);
        await _running.DisposeAsync();
        _running = null;
    }

    /// <summary>Processes of the session that live; none once the container itself has ended.</summary>
    public async Task<ImmutableArray<int>> LivingAsync(CancellationToken cancellationToken)
    {
        if (_session is not { } session || _container is not { } container)
        {
            return [];
        }

        try
        {
            return SessionTable.Living((await container.ExecAsync(SessionTable.Command, cancellationToken)).Stdout, session);
        }
        catch (EngineException gone) when (gone.StatusCode is 404 or 409)
        {
            return [];
        }
    }

    private EffectWait Wait => new(Subject, time);

    private async Task<Judgement> JudgeStartedAsync(CancellationToken cancellationToken)
    {
        _session = await SessionAsync(_container!, cancellationToken);
        return _session is { } session ? Judgement.Holds($"process {session} runs")
            : Failure is { } failure ? Judgement.Lost($"{failure.Message}; its image must have sh, grep, head, tail and sleep")
            : Judgement.NotYet("it is not in the process table");
    }

    // The shell's own kill: an image need not have one of its own. A process that has ended meanwhile is as good.
    private async Task<Judgement> EndAsync(Container container, CancellationToken cancellationToken)
    {
        var living = await LivingAsync(cancellationToken);
        if (living.IsEmpty)
        {
            return Judgement.Holds("no process of the session lives");
        }

        await container.ExecAsync(["sh", "-c", "kill -TERM \"$@\"", "kill", .. living.Select(Text)], cancellationToken);
        return Judgement.NotYet($"processes {string.Join(", ", living)} live");
    }

    private async Task<Container> FindAsync(CancellationToken cancellationToken)
    {
        var running = (await PodContainers.NamedAsync(target, cancellationToken)).Where(PodContainers.IsRunning).ToArray();
        return running is [{ } only]
            ? target.Engine.Container(only.Id)
            : throw new FaultException($"{Subject}: {running.Length} of them run instead of one, so there is nothing to press; wait until the pod is ready");
    }

    // The class in brackets keeps the search from finding itself.
    private async Task<int?> SessionAsync(Container container, CancellationToken cancellationToken)
    {
        var pattern = _mark.Replace("press-", "press[-]", StringComparison.Ordinal);
        var found = await container.ExecAsync(["sh", "-c", "grep -l -s -a \"$1\" /proc/[0-9]*/cmdline", "find", pattern], cancellationToken);
        if (found.ExitCode == NotFound)
        {
            throw new FaultException($"{Subject} cannot be searched for processes: {found.Stderr.Trim()}");
        }

        var ids = found.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => int.Parse(path.Split('/')[2], CultureInfo.InvariantCulture)).Order().ToArray();
        if (ids is not [var leader, ..])
        {
            return null;
        }

        var table = (await container.ExecAsync(SessionTable.Command, cancellationToken)).Stdout;
        return SessionTable.Living(table, leader).Contains(leader) ? leader
            : throw new FaultException($"process {leader} that presses {Subject} is no session of its own, so that its children could not be told from the container's; use an engine that starts commands as sessions");
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
