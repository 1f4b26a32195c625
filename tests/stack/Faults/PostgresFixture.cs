using Npgsql;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>A PostgreSQL of the suite's own image, for all tests of a class.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly FaultFixture _faults = new();

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _faults.InitializeAsync();
        var (_, port) = await _faults.StartServerAsync(
            _faults.Spec(TestImages.Postgres, "postgres").WithWaitStrategy(Wait.ForLog("database system is ready to accept connections")), 5432);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    public Task DisposeAsync() => _faults.DisposeAsync();

    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public Task<object?> KillSessionsAsync() =>
        AskAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'novacron-validation-deadlocks'");
}
