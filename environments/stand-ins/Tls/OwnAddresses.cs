using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Tls;

/// <summary>The addresses under which this process can be reached.</summary>
internal static class OwnAddresses
{
    /// <summary>Every IPv4 address of the network interfaces that are up, the loopback's last.</summary>
    public static IReadOnlyList<IPAddress> All() => [.. NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => address.AddressFamily == AddressFamily.InterNetwork)
        .OrderBy(IPAddress.IsLoopback)];
}
