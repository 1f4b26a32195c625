using Npgsql;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;

namespace NovaCron.Validation.Tests.Stack.Faults;

public sealed class RevokedRightTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private NpgsqlConnection _application = null!;

    public async Task InitializeAsync()
    {
        await postgres.AskAsync("CREATE TABLE IF NOT EXISTS items (id int); GRANT ALL ON items TO novacron");
        _application = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = "novacron", Pooling = false }.ConnectionString);
        await _application.OpenAsync();
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task Statements_on_open_connections_are_refused_until_rolled_back()
    {
        await InsertAsync();
        await using var fault = Fault();

        await fault.InjectAsync(None);
        (await RefusalAsync()).Should().Be("42501");
        (await WhileReadingAsync(fault.VerifyEffectiveAsync(None))).Evidence.Should().Contain("INSERT on items for novacron: false").And.Contain("xact_rollback");
        await RefusalAsync();
        await WhileReadingAsync(fault.VerifyEffectiveAsync(None));
        await fault.RollBackAsync(None);
        await fault.RollBackAsync(None);

        (await fault.VerifyGoneAsync(None)).Evidence.Should().Contain("INSERT on items for novacron: true");
        await InsertAsync();
    }

    [Fact]
    public async Task A_right_that_nobody_uses_is_no_effect()
    {
        await using var fault = Fault(TimeSpan.FromSeconds(2));
        await fault.InjectAsync(None);

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*statements to be refused, in vain*");
    }

    [Fact]
    public async Task A_right_that_somebody_grants_again_is_a_lost_fault()
    {
        await using var fault = Fault();
        await fault.InjectAsync(None);

        await postgres.AskAsync("GRANT INSERT ON items TO novacron");

        (await fault.Invoking(f => f.VerifyEffectiveAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*lost its effect*granted again*");
    }

    [Fact]
    public async Task A_role_without_the_right_cannot_lose_it()
    {
        await postgres.AskAsync("CREATE TABLE IF NOT EXISTS others (id int)");
        await using var fault = new RevokedRight(Options() with { Table = "others" });

        (await fault.Invoking(f => f.InjectAsync(None)).Should().ThrowAsync<FaultException>()).WithMessage("*does not have that right*");
    }

    private RevokedRight Fault(TimeSpan? longestPause = null) => new(Options() with { LongestPause = longestPause ?? TimeSpan.FromSeconds(15) });

    private RevokedRightOptions Options() => new()
    {
        ConnectionString = postgres.ConnectionString,
        Role = "novacron",
        Table = "items",
        Right = "INSERT",
        MaximumDuration = TimeSpan.FromMinutes(2),
    };

    // A session's refusals are reported with the other work that it does on tables.
    private async Task<FaultEffect> WhileReadingAsync(Task<FaultEffect> verification)
    {
        while (!verification.IsCompleted)
        {
            await ExecuteAsync("SELECT count(*) FROM items");
            await Task.WhenAny(verification, Task.Delay(100));
        }

        return await verification;
    }

    private Task InsertAsync() => ExecuteAsync("INSERT INTO items VALUES (1)");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _application);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> RefusalAsync() => (await FluentActions.Awaiting(InsertAsync).Should().ThrowAsync<PostgresException>()).Which.SqlState;
}
