using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>Runs <c>promtool test rules</c>, Prometheus' own rule engine in virtual time.</summary>
public interface IRuleTester : IAsyncDisposable
{
    /// <summary>What is asked: the tool's version, and where it comes from.</summary>
    string Description { get; }

    /// <summary>Runs tests in one process, and returns all that it printed; that tests fail is no error.</summary>
    /// <param name="files">Rule files and test files, which find each other by name in one folder.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuleTesterException">The tool did not run, or not to its end.</exception>
    Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken);
}

/// <summary>Files of a call.</summary>
/// <param name="Rules">Rule files.</param>
/// <param name="Tests">Test files.</param>
public sealed record RuleTestFiles(ImmutableArray<NamedFile> Rules, ImmutableArray<NamedFile> Tests);

/// <summary>A file.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record NamedFile(string Name, ReadOnlyMemory<byte> Content);
