namespace NovaCron.Validation.Environments.Containers;

/// <summary>What the engine says of the machine that it runs on.</summary>
/// <param name="OperatingSystem">Distribution and release.</param>
/// <param name="KernelVersion">Kernel release.</param>
/// <param name="Architecture">Machine architecture, e.g. <c>x86_64</c>.</param>
/// <param name="Cpus">Cores.</param>
/// <param name="MemoryBytes">Memory in bytes.</param>
/// <param name="CgroupVersion"><c>1</c> or <c>2</c>.</param>
/// <param name="StorageDriver">Storage driver, e.g. <c>overlay2</c>.</param>
/// <param name="ContainersRunning">Containers that run now, whoever started them.</param>
public sealed record EngineInfo(
    string OperatingSystem, string KernelVersion, string Architecture, int Cpus, long MemoryBytes,
    string CgroupVersion, string StorageDriver, int ContainersRunning);
