namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>Decides whether a pod is silent, and has been since the fault's first kill.</summary>
internal static class CrashLoopEffect
{
    /// <summary>
    /// Whether nothing listens, whatever runs is being killed, and no successor was ever given a connection in between.
    /// The kernel counts connections for the whole namespace, so the last is judged only while nothing else of the pod listens.
    /// </summary>
    /// <param name="running">Containers under the name that run.</param>
    /// <param name="condemned">Containers that the fault killed or is killing.</param>
    /// <param name="atDeath">Sockets right after the first kill.</param>
    /// <param name="now">Sockets now.</param>
    /// <param name="port">The port that must be silent.</param>
    /// <param name="record">What was killed so far, in words.</param>
    public static Judgement Judge(IReadOnlyList<string> running, IReadOnlySet<string> condemned, NamespaceSockets atDeath, NamespaceSockets now, int port, string record)
    {
        if (now.IsListening(port))
        {
            return Judgement.Lost($"a successor listens on port {port}; {record}");
        }

        var countable = !now.HasOtherListeners(port) && !atDeath.HasOtherListeners(port);
        if (countable && now.PassiveOpens > atDeath.PassiveOpens)
        {
            return Judgement.Lost($"a successor listened and was given {now.PassiveOpens - atDeath.PassiveOpens} connections before it was killed (/proc/net/snmp PassiveOpens); {record}");
        }

        if (running.FirstOrDefault(id => !condemned.Contains(id)) is { } survivor)
        {
            return Judgement.NotYet($"container {PodTarget.ShortId(survivor)} runs and is not being killed yet; {record}");
        }

        var connections = countable && now.PassiveOpens is { } count ? $", PassiveOpens still {count}" : "";
        return Judgement.Holds($"no socket listens on port {port} in the sandbox's network namespace (/proc/net/tcp, tcp6){connections}; {record}");
    }
}
