namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>
/// A right that a role loses on a table, so that every statement that needs it is refused with SQLSTATE 42501, at once and on connections
/// that are open already. Effect and end are read from the server's catalogue and from its own count of transactions that were rolled back.
/// </summary>
/// <remarks>A session reports its refusals together with what else it does to tables, at most once a second: one that does nothing else reports them at its end.</remarks>
public sealed class RevokedRight : IFault
{
    private const string SessionName = "novacron-validation-revoked-right";
    private static readonly TimeSpan GoneLimit = TimeSpan.FromSeconds(10);

    private readonly RevokedRightOptions _options;
    private readonly TimeProvider _time;
    private readonly PostgresServer _server;
    private readonly RevokedRightEffect _effect;
    private readonly FaultLifecycle _lifecycle;
    private readonly EffectWait _wait;
    private readonly string _subject;
    private bool _touched;
    private long _lastProof;

    /// <summary>Creates the fault; nothing happens before <see cref="InjectAsync"/>.</summary>
    /// <param name="options">Which right, of whom, and where.</param>
    /// <param name="time">Clock; the system's when null.</param>
    /// <exception cref="ArgumentException">Options that cannot work.</exception>
    public RevokedRight(RevokedRightOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _server) = (options, time ?? TimeProvider.System, new PostgresServer(options.ConnectionString, SessionName, PostgresServer.QuickCommand));
        _effect = new RevokedRightEffect($"{options.Right} on {options.Table} for {options.Role}");
        _subject = $"{Name} ({options.Right} on {options.Table} for {options.Role}) in {_server.Target}";
        _lifecycle = new FaultLifecycle(_subject, options.MaximumDuration, StartAsync, StopAsync, _time);
        _wait = new EffectWait(_subject, _time);
    }

    /// <inheritdoc/>
    public string Name => "postgres-revoked-right";

    /// <inheritdoc/>
    public TimeSpan MaximumDuration => _options.MaximumDuration;

    /// <summary>None: no container dies or stops for this fault.</summary>
    public IReadOnlyCollection<string> Targets => [];

    /// <inheritdoc/>
    public Task InjectAsync(CancellationToken cancellationToken) => _lifecycle.InjectAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<FaultEffect> VerifyEffectiveAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireInjected();
        return await _wait.UntilHoldsAsync("statements to be refused", _options.LongestPause, JudgeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RollBackAsync(CancellationToken cancellationToken) => _lifecycle.RollBackAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FaultEffect> VerifyGoneAsync(CancellationToken cancellationToken)
    {
        _lifecycle.RequireRolledBack();
        return _wait.UntilHoldsAsync("the right to be back", GoneLimit, JudgeGoneAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lifecycle.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        if (!before.Granted)
        {
            throw new FaultException($"{_subject} could not be injected: the role does not have that right");
        }

        _lastProof = before.Rollbacks;
        _touched = true;
        await ChangeAsync($"REVOKE {_options.Right} ON {PostgresServer.Quote(_options.Table)} FROM {PostgresServer.Quote(_options.Role)}", cancellationToken);
    }

    private async Task<Judgement> JudgeAsync(CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken);
        var judgement = _effect.Judge(_lastProof, now);
        if (judgement.Standing is Standing.Holds)
        {
            _lastProof = now.Rollbacks;
        }

        return judgement;
    }

    private async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken) =>
        _effect.JudgeGone(_lastProof, await ReadAsync(cancellationToken));

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_touched)
        {
            await ChangeAsync($"GRANT {_options.Right} ON {PostgresServer.Quote(_options.Table)} TO {PostgresServer.Quote(_options.Role)}", cancellationToken);
        }

        _touched = false;
    }

    private async Task<RightReading> ReadAsync(CancellationToken cancellationToken)
    {
        await using var observer = await _server.OpenSessionAsync(cancellationToken);
        return await PostgresServer.AskAsync(
            observer,
            "SELECT has_table_privilege($1::text, quote_ident($2), $3::text), xact_rollback FROM pg_stat_database WHERE datname = current_database()",
            row => new RightReading(row.GetBoolean(0), row.GetInt64(1)),
            [_options.Role, _options.Table, _options.Right],
            cancellationToken);
    }

    private async Task ChangeAsync(string sql, CancellationToken cancellationToken)
    {
        await using var session = await _server.OpenSessionAsync(cancellationToken);
        await PostgresServer.ExecuteAsync(session, sql, cancellationToken);
    }
}
