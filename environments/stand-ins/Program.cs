using System.Runtime.InteropServices;
using NovaCron.Validation.StandIns.Api;
using NovaCron.Validation.StandIns.Delay;
using NovaCron.Validation.StandIns.Kubernetes;
using NovaCron.Validation.StandIns.Reaper;
using NovaCron.Validation.StandIns.Receivers;

// One program, one image: the first argument says which system it plays.
(string Role, Func<string[], CancellationToken, Task<int>> RunAsync)[] roles =
[
    ("receivers", ReceiversRole.RunAsync),
    ("kubernetes", KubernetesRole.RunAsync),
    ("reaper", ReaperRole.RunAsync),
    ("api", ApiRole.RunAsync),
    ("delay", DelayRole.RunAsync),
];

var asked = args.FirstOrDefault();
var role = Array.Find(roles, candidate => candidate.Role == asked);
if (role.RunAsync is null)
{
    await Console.Error.WriteLineAsync($"The stand-in's first argument names its role; got '{asked}', known are {string.Join(", ", roles.Select(known => known.Role))}.");
    return 2;
}

using var stop = new CancellationTokenSource();
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    return await role.RunAsync(args[1..], stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception exception) when (exception is InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync($"The stand-in '{role.Role}' cannot go on: {exception.Message}");
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
