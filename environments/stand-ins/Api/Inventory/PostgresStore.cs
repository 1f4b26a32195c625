using System.Data.Common;
using Npgsql;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.StandIns.Api.Inventory;

/// <summary>Virtual machines in PostgreSQL.</summary>
/// <param name="source">The database.</param>
/// <param name="log">Told of slow queries.</param>
/// <param name="time">The time.</param>
internal sealed class PostgresStore(NpgsqlDataSource source, JsonLog log, TimeProvider time) : IVirtualMachineStore
{
    private const string Columns = "id, name, state, cpus, memory_mb, updated_at";

    /// <inheritdoc/>
    public Task<IReadOnlyList<VirtualMachine>> ListAsync(int limit, CancellationToken cancellationToken) =>
        QueryAsync($"SELECT {Columns} FROM vms ORDER BY id LIMIT $1", cancellationToken, limit);

    /// <inheritdoc/>
    public async Task<VirtualMachine?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await QueryAsync($"SELECT {Columns} FROM vms WHERE id = $1", cancellationToken, id)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<VirtualMachine> AddAsync(VirtualMachineSpec spec, CancellationToken cancellationToken) =>
        (await QueryAsync(
            $"INSERT INTO vms (name, state, cpus, memory_mb) VALUES ($1, $2, $3, $4) RETURNING {Columns}",
            cancellationToken,
            spec.Name!, spec.State, spec.Cpus, spec.MemoryMb)).Single();

    /// <inheritdoc/>
    public async Task<VirtualMachine?> ChangeAsync(long id, VirtualMachineSpec spec, CancellationToken cancellationToken) =>
        (await QueryAsync(
            $"UPDATE vms SET name = $2, state = $3, cpus = $4, memory_mb = $5, updated_at = now() WHERE id = $1 RETURNING {Columns}",
            cancellationToken,
            id, spec.Name!, spec.State, spec.Cpus, spec.MemoryMb)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken) =>
        (await QueryAsync($"DELETE FROM vms WHERE id = $1 RETURNING {Columns}", cancellationToken, id)).Count > 0;

    /// <inheritdoc/>
    public Task<DatabaseHealth> CheckAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()",
            async command => new DatabaseHealth((long)(await command.ExecuteScalarAsync(cancellationToken))!),
            cancellationToken);

    private Task<IReadOnlyList<VirtualMachine>> QueryAsync(string sql, CancellationToken cancellationToken, params object[] parameters) =>
        RunAsync<IReadOnlyList<VirtualMachine>>(
            sql,
            async command =>
            {
                foreach (var parameter in parameters)
                    command.Parameters.Add(new NpgsqlParameter { Value = parameter });
                var found = new List<VirtualMachine>();
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    found.Add(Read(reader));
                return found;
            },
            cancellationToken);

    private async Task<TResult> RunAsync<TResult>(string sql, Func<NpgsqlCommand, Task<TResult>> run, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await using var command = source.CreateCommand(sql);
            return await run(command);
        }
        catch (Exception e) when (PostgresFailure.Describe(e, sql) is { } failure)
        {
            throw failure;
        }
        finally
        {
            var duration = time.GetElapsedTime(started);
            if (duration > LogDuration.Slow)
                log.Write(LogSeverity.Warn, "database", "slow query", new LogField("duration", LogDuration.Format(duration)), new LogField("query", sql));
        }
    }

    private static VirtualMachine Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetInt32(3),
        reader.GetInt32(4),
        reader.GetFieldValue<DateTimeOffset>(5));
}
