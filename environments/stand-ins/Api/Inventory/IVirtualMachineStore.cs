namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>What a health check found out about a database.</summary>
/// <param name="Connections">Server processes connected to this database.</param>
internal sealed record DatabaseHealth(long Connections);

/// <summary>Where virtual machines are kept for good.</summary>
/// <remarks>Every method throws <see cref="DatabaseException"/> when the database cannot do it.</remarks>
internal interface IVirtualMachineStore
{
    /// <summary>The first virtual machines by number.</summary>
    /// <param name="limit">The most to list.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<VirtualMachine>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>One virtual machine; null when there is none of that number.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<VirtualMachine?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Adds one.</summary>
    /// <param name="spec">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<VirtualMachine> AddAsync(VirtualMachineSpec spec, CancellationToken cancellationToken);

    /// <summary>Changes one; null when there is none of that number.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="spec">What it is to be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<VirtualMachine?> ChangeAsync(long id, VirtualMachineSpec spec, CancellationToken cancellationToken);

    /// <summary>Removes one.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(long id, CancellationToken cancellationToken);

    /// <summary>Asks the database how it is.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<DatabaseHealth> CheckAsync(CancellationToken cancellationToken);
}
