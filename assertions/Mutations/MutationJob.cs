using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Mutations.Equivalence;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>Asks something of an edited configuration.</summary>
/// <param name="edited">The configuration.</param>
/// <param name="alert">The only alert that the edit can have touched; null where it may have touched any.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task<ImmutableArray<Finding>> Question(CheckSubject edited, string? alert, CancellationToken cancellationToken);

/// <summary>Makes every edit, each alone, and asks whether it would be noticed.</summary>
/// <param name="mutators">The kinds of edits.</param>
/// <param name="read">Prepares a folder for the checks, with what the strategy promises of it.</param>
/// <param name="questions">What is asked of an edited configuration, one after the other until one notices the edit, findings of the ledger marked.</param>
public sealed class MutationJob(ImmutableArray<IMutator> mutators, Func<ConfigurationFolder, CheckSubject> read, ImmutableArray<Question> questions)
{
    /// <summary>Name under which an edit is told that makes a file unreadable.</summary>
    public const string Refused = "refused";

    private static readonly ImmutableArray<IEquivalence> Reasons = [new NoDifference(), new NobodyThere(), new SameInhibition(), new ScaleOfQuantile(), new OtherSideAsks()];

    /// <summary>Tries every edit of a configuration.</summary>
    /// <param name="original">The configuration.</param>
    /// <param name="found">What is found in it without any edit.</param>
    /// <param name="tried">Told after each edit how many were tried, of how many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<MutationResult> RunAsync(
        CheckSubject original, ImmutableArray<Finding> found, IProgress<(int Tried, int All)>? tried, CancellationToken cancellationToken)
    {
        ImmutableArray<Mutant> mutants = [.. mutators.SelectMany(m => m.Of(original)).DistinctBy(m => (m.Position.File, m.Text))];
        var before = found.Select(Key).ToHashSet();
        var judged = new JudgedMutant[mutants.Length];
        var count = 0;
        using var folders = new FolderPool(original.Folder.Directory);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, mutants.Length, options, async (i, token) =>
        {
            judged[i] = await JudgeAsync(mutants[i], original, before, folders, token);
            tried?.Report((Interlocked.Increment(ref count), mutants.Length));
        });
        return new MutationResult { Mutants = [.. judged] };
    }

    private async Task<JudgedMutant> JudgeAsync(Mutant mutant, CheckSubject original, HashSet<string> before, FolderPool folders, CancellationToken cancellationToken)
    {
        CheckSubject edited;
        try
        {
            edited = folders.Read(mutant, read);
        }
        catch (ConfigurationException)
        {
            return new JudgedMutant(mutant, Refused, null);
        }

        var alert = original.Rules.Any(r => r.Alert == mutant.Subject) ? mutant.Subject : null;
        foreach (var question in questions)
        {
            var found = await question(edited, alert, cancellationToken);
            // What the edit breaks is told rather than the ledger's entry that it hides.
            if (found.Where(f => CheckResult.IsNew(f) && !before.Contains(Key(f))).OrderBy(f => f.Check == CheckLedger.StaleName).FirstOrDefault() is { } finding)
            {
                return new JudgedMutant(mutant, finding.Check, null);
            }
        }

        return new JudgedMutant(mutant, null, Reasons.Select(r => r.Because(mutant, original, edited)).FirstOrDefault(b => b is not null));
    }

    // An edit may move what was found before to another line.
    private static string Key(Finding finding) => $"{finding.Check}\n{finding.Subject}\n{finding.Message}";

    // A folder for each edit that is tried at the same time.
    private sealed class FolderPool(string source) : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<MutantFolder> _free = [];

        public CheckSubject Read(Mutant mutant, Func<ConfigurationFolder, CheckSubject> read)
        {
            var folder = _free.TryTake(out var free) ? free : new MutantFolder(source);
            try
            {
                return read(folder.Read(mutant));
            }
            finally
            {
                _free.Add(folder);
            }
        }

        public void Dispose()
        {
            foreach (var folder in _free)
            {
                folder.Dispose();
            }
        }
    }
}
