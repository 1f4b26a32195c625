namespace NovaCron.Validation.Environments.Cells;

/// <summary>Names and ports inside a cell. Where a documented file names a host, that name is used.</summary>
public static class CellNames
{
    /// <summary>Namespace of the API's pods.</summary>
    public const string Namespace = "novacron";

    /// <summary>Deployment and Service of the API, and the name of its container.</summary>
    public const string Api = "novacron-api";

    /// <summary>Headless Service under which API pods find each other for DWCP.</summary>
    public const string Dwcp = "novacron-dwcp";

    /// <summary>UDP port of DWCP.</summary>
    public const int DwcpPort = 9191;

    /// <summary>Port of the API.</summary>
    public const int ApiPort = 8080;

    /// <summary>Port of the API's metrics, as the strategy documents it.</summary>
    public const int MetricsPort = 9090;

    /// <summary>The application's database and role.</summary>
    public const string Database = "novacron";

    /// <summary>Scrape target of the standby's exporter: there in cells that have a standby, and unknown in all others.</summary>
    public const string StandbyExporterTarget = "postgres-standby-exporter:9187";

    /// <summary>The application's table of virtual machines.</summary>
    public const string VirtualMachines = "vms";

    /// <summary>Where the certificate authority's certificate lies inside containers.</summary>
    internal const string CaCertificate = "/etc/novacron-validation/ca.crt";

    /// <summary>Where the certificate authority's key lies inside the stand-ins.</summary>
    internal const string CaKey = "/etc/novacron-validation/ca.key";

    /// <summary>Where a pod finds its service account.</summary>
    internal const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Role of the container that holds a server's network namespace.</summary>
    public static string SandboxOf(string role) => $"{role}-sandbox";
}
