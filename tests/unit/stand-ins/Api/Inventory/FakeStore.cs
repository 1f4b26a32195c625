using NovaCron.Validation.StandIns.Api.Inventory;

namespace NovaCron.Validation.Tests.Unit.StandIns.Api.Inventory;

/// <summary>Virtual machines in memory, with a failure that a test can set.</summary>
internal sealed class FakeStore : IVirtualMachineStore
{
    private readonly SortedDictionary<long, VirtualMachine> machines = [];

    public Exception? Failure { get; set; }

    public int Finds { get; private set; }

    public Task<IReadOnlyList<VirtualMachine>> ListAsync(int limit, CancellationToken cancellationToken) =>
        DoAsync<IReadOnlyList<VirtualMachine>>(() => [.. machines.Values.Take(limit)]);

    public Task<VirtualMachine?> FindAsync(long id, CancellationToken cancellationToken) => DoAsync(() =>
    {
        Finds++;
        return machines.GetValueOrDefault(id);
    });

    public Task<VirtualMachine> AddAsync(VirtualMachineSpec spec, CancellationToken cancellationToken) =>
        DoAsync(() => machines[machines.Count + 1] = Make(machines.Count + 1, spec));

    public Task<VirtualMachine?> ChangeAsync(long id, VirtualMachineSpec spec, CancellationToken cancellationToken) =>
        DoAsync(() => machines.ContainsKey(id) ? machines[id] = Make(id, spec) : null);

    public Task<bool> RemoveAsync(long id, CancellationToken cancellationToken) => DoAsync(() => machines.Remove(id));

    public Task<DatabaseHealth> CheckAsync(CancellationToken cancellationToken) => DoAsync(() => new DatabaseHealth(15));

    private static VirtualMachine Make(long id, VirtualMachineSpec spec) =>
        new(id, spec.Name!, spec.State, spec.Cpus, spec.MemoryMb, DateTimeOffset.UnixEpoch);

    private Task<TResult> DoAsync<TResult>(Func<TResult> result) =>
        Failure is null ? Task.FromResult(result()) : Task.FromException<TResult>(Failure);
}
