using System.Net;

namespace NovaCron.Validation.StandIns.Delay;

/// <summary>
/// Plays a long way between two sites: holds each datagram that is diverted to it for a fixed time, then hands it on to where it was sent.
/// Environment: <c>LISTEN_PORT</c> (UDP, where datagrams are diverted to), <c>TARGET_ADDRESS</c> and <c>TARGET_PORT</c> (where they were sent to:
/// an address of its own network namespace), <c>HOLD_MILLISECONDS</c>. Needs NET_RAW, to hand datagrams on under their sender's address.
/// </summary>
internal static class DelayRole
{
    /// <summary>Runs until cancelled.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var settings = RoleSettings.OfProcess();
        var target = new IPEndPoint(IPAddress.Parse(settings.Required("TARGET_ADDRESS")), settings.Number("TARGET_PORT", 0));
        var hold = TimeSpan.FromMilliseconds(settings.Number("HOLD_MILLISECONDS", 0));
        using var relay = new DelayRelay(new IPEndPoint(IPAddress.Any, settings.Number("LISTEN_PORT", 0)), target, hold, TimeProvider.System);
        relay.Start();
        Console.Out.WriteLine($"holding for {hold.TotalMilliseconds} ms what is sent to {target}");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
