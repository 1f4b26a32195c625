using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>The table of one fault in the network namespace of a sandbox: added once, read while it is there, removed.</summary>
/// <param name="helper">Runs <c>nft</c> there.</param>
/// <param name="subject">Fault and target, as error messages name them.</param>
internal sealed class FaultTable(NetworkHelper helper, string subject)
{
    private bool _added;

    /// <summary>Adds the table.</summary>
    /// <param name="command">The <c>nft</c> command that makes it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FaultException">It is there already, or could not be added.</exception>
    public async Task AddAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        if (NftTable.IsListed(Require(await helper.ExecAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables")))
        {
            throw new FaultException($"{subject} could not be injected: table inet {NftTable.Name} is there already, so another fault acts on the same pod; roll that back first");
        }

        _added = true;
        Require(await helper.ExecAsync(command, cancellationToken), "add the rules");
    }

    /// <summary>Lists the table and judges what it says; one that cannot be listed is lost.</summary>
    /// <param name="judge">Given the listing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Judgement> JudgeAsync(Func<string, Judgement> judge, CancellationToken cancellationToken)
    {
        var listing = await helper.ExecAsync(NftTable.ListCommand, cancellationToken);
        return listing.ExitCode == 0 ? judge(listing.Stdout) : Judgement.Lost($"table inet {NftTable.Name} cannot be listed: {listing.Stderr.Trim()}");
    }

    /// <summary>Whether the table, or the whole network namespace, is gone.</summary>
    public async Task<Judgement> JudgeGoneAsync(CancellationToken cancellationToken)
    {
        if (!await helper.SandboxRunsAsync(cancellationToken))
        {
            return Judgement.Holds("the sandbox is gone, and its network namespace with it");
        }

        var tables = Require(await helper.RunOnceAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables");
        return NftTable.IsListed(tables)
            ? Judgement.NotYet($"nft list tables: inet {NftTable.Name} is still there")
            : Judgement.Holds($"nft list tables: no inet {NftTable.Name}");
    }

    /// <summary>Removes the table that was added; one that another fault made is not this one's to remove.</summary>
    /// <exception cref="FaultException">It is still there.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (_added && await helper.SandboxRunsAsync(cancellationToken))
        {
            Require(await helper.ExecOrRunAsync(NftTable.RemoveCommand, cancellationToken), "remove the rules");
            if (NftTable.IsListed(Require(await helper.ExecOrRunAsync(NftTable.ListTablesCommand, cancellationToken), "list the tables")))
            {
                throw new FaultException($"{subject} could not be rolled back: table inet {NftTable.Name} is still there; remove the cell, which undoes every fault in it");
            }
        }

        _added = false;
    }

    private string Require(ExecResult result, string attempt) => result.ExitCode == 0
        ? result.Stdout
        : throw new FaultException($"{subject}: nft could not {attempt}, exit code {result.ExitCode}: {result.Stderr.Trim()}");
}
