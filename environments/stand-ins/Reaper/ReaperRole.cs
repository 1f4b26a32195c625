using NovaCron.Validation.StandIns.Engine;

namespace NovaCron.Validation.StandIns.Reaper;

/// <summary>
/// Removes a run whose runner is gone. Environment: <c>RUN_LABEL</c> (<c>key=value</c>), <c>HEARTBEAT_FILE</c> (its time of last change is the beat;
/// mount its folder, not the file, when it is replaced by renaming), <c>GRACE_SECONDS</c> (30), <c>ENGINE_SOCKET</c> (/var/run/docker.sock).
/// </summary>
internal static class ReaperRole
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until the run is removed or until cancelled.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var settings = RoleSettings.OfProcess();
        var (label, value) = settings.RequiredPair("RUN_LABEL");
        var heartbeat = new FileInfo(settings.Required("HEARTBEAT_FILE"));
        var watch = new HeartbeatWatch(TimeSpan.FromSeconds(settings.Number("GRACE_SECONDS", 30)), TimeProvider.System.GetUtcNow());
        using var engine = new EngineClient(settings.Optional("ENGINE_SOCKET") ?? "/var/run/docker.sock");
        await WaitUntilLostAsync(heartbeat, watch, TimeProvider.System, cancellationToken);
        Say($"no heartbeat in {heartbeat.FullName} within the grace: removes everything labelled {label}={value}");
        await new RunRemoval(engine, label, value, Say, TimeProvider.System).RunAsync(cancellationToken);
        Say("nothing is left");
        return 0;
    }

    /// <summary>Looks at the heartbeat until the runner is lost.</summary>
    internal static async Task WaitUntilLostAsync(FileInfo heartbeat, HeartbeatWatch watch, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            heartbeat.Refresh();
            DateTimeOffset? beat = heartbeat.Exists ? heartbeat.LastWriteTimeUtc : null;
            if (watch.IsLost(beat, time.GetUtcNow()))
                return;
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private static void Say(string line) => Console.Out.WriteLine($"{TimeProvider.System.GetUtcNow():O} {line}");
}
