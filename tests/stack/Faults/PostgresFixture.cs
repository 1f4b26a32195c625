using Npgsql;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>A real PostgreSQL, published on 127.0.0.1, and on request a standby of it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Ready = "database system is ready to accept";
    private readonly FaultFixture _faults = new();
    private Network _network = null!;
    private string _primary = "";

    public string ConnectionString { get; private set; } = "";

    /// <summary>The application's database, in which pg_stat_statements is installed.</summary>
    public string Application => ConnectionString.Replace("Database=postgres", "Database=novacron", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        await _faults.InitializeAsync();
        _network = await _faults.NetworkAsync(isInternal: false);
        var primary = _faults.Spec(TestImages.Postgres, "postgres");
        (_primary, ConnectionString) = (primary.Name, await StartAsync(primary));
    }

    public Task DisposeAsync() => _faults.DisposeAsync();

    /// <summary>Starts a standby and returns its connection string.</summary>
    public Task<string> StartStandbyAsync()
    {
        const string copy = "pg_basebackup --username=postgres --pgdata=/standby/data --wal-method=stream --checkpoint=fast --no-sync --write-recovery-conf";
        return StartAsync(_faults.Spec(TestImages.Postgres, "standby", $"{copy} --host={_primary} && exec postgres -D /standby/data -c max_standby_streaming_delay=-1") with { Entrypoint = ["/bin/sh", "-c"], Tmpfs = ["/standby"] });
    }

    public Task<object?> AskAsync(string sql) => AskAsync(ConnectionString, sql);

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public Task<object?> KillSessionsAsync(string application) =>
        AskAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{application}'");

    /// <summary>Waits until a condition holds, for at most 20 s.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<string> StartAsync(ContainerSpec spec)
    {
        var (_, port) = await _faults.StartServerAsync(spec.WithWaitStrategy(Wait.ForLog(Ready)), 5432, _network);
        return At(port);
    }

    private static string At(int port) => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
}
