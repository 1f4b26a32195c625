using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Makes the role under which the PostgreSQL exporter connects, as the configuration under test asks for it.</summary>
internal sealed class ExporterRole(ExporterSettings settings)
{
    public async Task CreateAsync(Container postgres, CancellationToken cancellationToken)
    {
        var statements = new List<string> { $"CREATE ROLE {Quote(settings.PostgresRole)} LOGIN" };
        statements.AddRange(settings.PostgresGrants.Select(grant => $"GRANT {Quote(grant)} TO {Quote(settings.PostgresRole)}"));
        string[] accepting = ["pg_isready", "--quiet", "--host=127.0.0.1"];
        await CellReadiness.UntilAsync(
            "PostgreSQL accepts connections",
            async token => (await postgres.ExecAsync(accepting, token)).ExitCode == 0,
            cancellationToken);
        var result = await postgres.ExecAsync(
            ["psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--host=127.0.0.1", "--username=postgres", "--command", string.Join("; ", statements)],
            cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new EngineException($"making the PostgreSQL exporter's role {settings.PostgresRole} failed: {result.Stderr.Trim()}");
        }
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
