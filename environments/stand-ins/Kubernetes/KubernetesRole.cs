using System.Net;
using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Cadvisor;
using NovaCron.Validation.StandIns.Kubernetes.Controllers;
using NovaCron.Validation.StandIns.Kubernetes.Kubelet;
using NovaCron.Validation.StandIns.Kubernetes.Server;
using NovaCron.Validation.StandIns.Kubernetes.Store;
using NovaCron.Validation.StandIns.Tls;

namespace NovaCron.Validation.StandIns.Kubernetes;

/// <summary>
/// Plays a Kubernetes cluster of one node. Environment, required: <c>TLS_CA_CERT</c>, <c>TLS_CA_KEY</c>, <c>SERVICE_ACCOUNT_TOKEN</c> (files),
/// <c>SANDBOX_IMAGE</c>, <c>CELL_NETWORK</c>. Optional: <c>NODE_NAME</c> (node-1), <c>NAME_PREFIX</c> (none), <c>CELL_LABELS</c> (<c>k=v,k=v</c>),
/// <c>ENGINE_SOCKET</c> (/var/run/docker.sock), <c>CGROUP_ROOT</c> (/sys/fs/cgroup), <c>HOST_PROC</c> (not mounted: no network metrics),
/// <c>ADVERTISE_ADDRESS</c> (its own address on the cell's network), <c>HTTPS_PORT</c> (443), <c>HTTP_PORT</c> (8080).
/// </summary>
internal static class KubernetesRole
{
    private static readonly string[] Names = ["kubernetes.default.svc", "kubernetes.default", "kubernetes", "kubernetes.default.svc.cluster.local", "localhost"];

    /// <summary>Runs until cancelled.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var settings = RoleSettings.OfProcess();
        var time = TimeProvider.System;
        using var engine = new EngineClient(settings.Optional("ENGINE_SOCKET") ?? "/var/run/docker.sock");
        var port = settings.Number("HTTPS_PORT", 443);
        var plainPort = settings.Number("HTTP_PORT", 8080);
        var options = await OptionsAsync(settings, engine, cancellationToken);
        var store = new ResourceStore(time);
        ClusterObjects.AddTo(store, options.NodeName, options.NodeAddress, port, plainPort);
        var kubelet = new NodeKubelet(store, engine, options, time);
        var cadvisor = new CadvisorReader(new CgroupFiles(settings.Optional("CGROUP_ROOT") ?? "/sys/fs/cgroup"), new NetworkDevices(settings.Optional("HOST_PROC")), time);
        var token = await File.ReadAllTextAsync(settings.Required("SERVICE_ACCOUNT_TOKEN"), cancellationToken);
        var api = new ApiServer(store, token, () => cadvisor.Read(kubelet.Pods), time);
        using var certificate = await LeafCertificate.IssueAsync(settings, Names, [IPAddress.Parse(options.NodeAddress), .. OwnAddresses.All()], cancellationToken);
        await using var app = KubernetesApp.Build(new IPEndPoint(IPAddress.Any, port), new IPEndPoint(IPAddress.Any, plainPort), certificate, api, store);
        await app.StartAsync(cancellationToken);
        await RunLoopsAsync(store, kubelet, [new NodeController(store, time).Reconcile, new DeploymentController(store, time).Reconcile, new EndpointsController(store).Reconcile], cancellationToken);
        return 0;
    }

    // The first loop to fail ends the role: a cluster that half works would be taken for a whole one.
    private static async Task RunLoopsAsync(ResourceStore store, NodeKubelet kubelet, IEnumerable<Action> controllers, CancellationToken cancellationToken) =>
        await await Task.WhenAny([kubelet.RunAsync(cancellationToken), .. controllers.Select(reconcile => ControlLoop.RunAsync(store, reconcile, cancellationToken))]);

    private static async Task<KubeletOptions> OptionsAsync(RoleSettings settings, EngineClient engine, CancellationToken cancellationToken)
    {
        var network = settings.Required("CELL_NETWORK");
        return new KubeletOptions(
            settings.Optional("NODE_NAME") ?? "node-1",
            settings.Optional("ADVERTISE_ADDRESS") ?? await OwnAddressAsync(network, engine, cancellationToken),
            settings.Required("SANDBOX_IMAGE"),
            network,
            settings.Optional("NAME_PREFIX") ?? "",
            settings.Pairs("CELL_LABELS"));
    }

    // Inside a container the host name is the container's identifier unless it was given another.
    private static async Task<string> OwnAddressAsync(string network, EngineClient engine, CancellationToken cancellationToken)
    {
        try
        {
            if ((await engine.InspectAsync(Environment.MachineName, cancellationToken)).Addresses.TryGetValue(network, out var address))
                return address;
        }
        catch (EngineFailure failure) when (failure.Status == HttpStatusCode.NotFound)
        {
            // Not a container, or under a host name of its own.
        }
        return OwnAddresses.All()[0].ToString();
    }
}
