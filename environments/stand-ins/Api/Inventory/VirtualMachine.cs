namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>A virtual machine in the inventory.</summary>
/// <param name="Id">Its number, from 1, given by the database.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state.</param>
/// <param name="Cpus">Its virtual processors.</param>
/// <param name="MemoryMb">Its memory, in MiB.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record VirtualMachine(long Id, string Name, string State, int Cpus, int MemoryMb, DateTimeOffset UpdatedAt);

/// <summary>What a client asks a virtual machine to be.</summary>
/// <param name="Name">Its name, 1 to 200 characters.</param>
/// <param name="State">Its state, "running" or "stopped".</param>
/// <param name="Cpus">Its virtual processors, 1 to 1024.</param>
/// <param name="MemoryMb">Its memory in MiB, 1 to 16 777 216.</param>
internal sealed record VirtualMachineSpec(string? Name = null, string State = "running", int Cpus = 1, int MemoryMb = 1024)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { Name: null or "" or { Length: > 200 } } => "name must have 1 to 200 characters",
        { State: not ("running" or "stopped") } => "state must be \"running\" or \"stopped\"",
        { Cpus: < 1 or > 1024 } => "cpus must be 1 to 1024",
        { MemoryMb: < 1 or > 16_777_216 } => "memory_mb must be 1 to 16777216",
        _ => null,
    };
}
