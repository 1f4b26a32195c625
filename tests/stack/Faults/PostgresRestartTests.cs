using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>PostgreSQL killed, and started again when another process has the number that it had.</summary>
public sealed class PostgresRestartTests : IAsyncLifetime
{
    private const string Ready = "pg_isready --host=127.0.0.1";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FaultFixture _faults = new();

    public Task InitializeAsync() => _faults.InitializeAsync();

    public Task DisposeAsync() => _faults.DisposeAsync();

    [Fact]
    public async Task It_starts_again_though_another_process_has_the_number_of_the_dead_one()
    {
        var postgres = await KilledAsync(removesLocks: true);

        await postgres.StartAsync(None);

        await postgres.WaitUntilAsync(Wait.ForCommand("/bin/sh", "-c", Ready), None);
    }

    [Fact]
    public async Task Left_to_itself_it_would_refuse()
    {
        var postgres = await KilledAsync(removesLocks: false);

        await postgres.StartAsync(None);

        await postgres.Invoking(p => p.WaitUntilAsync(Wait.ForCommand("/bin/sh", "-c", Ready), None)).Should().ThrowAsync<EngineException>().WithMessage("*lock file*already exists*");
    }

    // The lock files of the dead server name a process that is there whenever the container starts: the third of five, since the first number differs from start to start.
    private async Task<Container> KilledAsync(bool removesLocks)
    {
        var start = removesLocks ? "exec /bin/sh /usr/local/bin/start-postgres" : "exec postgres";
        var spec = _faults.Spec(TestImages.Postgres, "postgres", $"for i in 1 2 3 4 5; do sleep 600 & [ $i = 3 ] && echo $! > /tmp/other; done; {start}") with { Entrypoint = ["/bin/sh", "-c"] };
        var container = await _faults.Engine.StartAsync(spec.WithNetwork(await _faults.NetworkAsync(isInternal: true)).WithWaitStrategy(Wait.ForCommand("/bin/sh", "-c", Ready)), None);
        var named = await container.ExecAsync(["/bin/sh", "-c", "for lock in $PGDATA/postmaster.pid /var/run/postgresql/.s.PGSQL.5432.lock; do sed -i \"1s/.*/$(cat /tmp/other)/\" $lock; done"], None);
        named.ExitCode.Should().Be(0, named.Stderr);
        await container.KillAsync("KILL", None);
        return container;
    }
}
