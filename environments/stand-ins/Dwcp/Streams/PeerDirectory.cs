using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>The peers that were found.</summary>
/// <param name="Addresses">Their addresses.</param>
/// <param name="IsComplete">Whether every name was resolved; if not, an address that is missing here says nothing.</param>
internal sealed record PeerList(IReadOnlySet<IPAddress> Addresses, bool IsComplete);

/// <summary>Finds the other pods behind a name, as a headless service lists them.</summary>
/// <param name="names">Names or IPv4 addresses.</param>
/// <param name="own">This pod's address; null leaves out every local one.</param>
internal sealed class PeerDirectory(IReadOnlyList<string> names, IPAddress? own)
{
    private readonly HashSet<IPAddress> ownAddresses = own is null ? [.. LocalAddresses()] : [own];

    /// <summary>Resolves all names.</summary>
    /// <param name="cancellationToken">Stops waiting for the resolver.</param>
    public async Task<PeerList> ResolveAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<IPAddress>();
        var complete = true;
        foreach (var name in names)
        {
            try
            {
                found.UnionWith(await Dns.GetHostAddressesAsync(name, AddressFamily.InterNetwork, cancellationToken));
            }
            catch (SocketException)
            {
                complete = false;
            }
        }

        found.ExceptWith(ownAddresses);
        return new PeerList(found, complete);
    }

    private static IEnumerable<IPAddress> LocalAddresses() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address);
}
