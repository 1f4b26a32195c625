using System.Text.RegularExpressions;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Checks that need no engine, all reported at once.</content>
public sealed partial record ContainerSpec
{
    private const long LeastMemoryBytes = 6 * 1024 * 1024;

    /// <summary>Checks the specification as a whole.</summary>
    /// <exception cref="ArgumentException">Something in it cannot work; the message lists all of it.</exception>
    internal void Validate()
    {
        string[] errors = [.. Errors()];
        if (errors.Length > 0)
        {
            throw new ArgumentException($"Container '{Name}' cannot be created: {string.Join("; ", errors)}.");
        }
    }

    private IEnumerable<string> Errors() => NameErrors().Concat(NetworkErrors()).Concat(PathErrors()).Concat(LimitErrors());

    private IEnumerable<string> NameErrors()
    {
        if (!NamePattern().IsMatch(Name))
        {
            yield return $"the name '{Name}' is not two or more of [a-zA-Z0-9_.-], a letter or digit first";
        }

        if (string.IsNullOrWhiteSpace(Image))
        {
            yield return "it names no image";
        }
    }

    private IEnumerable<string> NetworkErrors()
    {
        if (NetworkNamespaceOf is not null && (Networks.Length > 0 || PublishedPorts.Length > 0 || ExtraHosts.Count > 0))
        {
            yield return $"it shares the network namespace of {NetworkNamespaceOf}, so networks, published ports and extra hosts belong to that container";
        }

        if (NetworkNamespaceOf is null && Networks.Length == 0 && PublishedPorts.Length > 0)
        {
            yield return "it publishes ports and joins no network";
        }

        foreach (var port in PublishedPorts.Where(port => port is < 1 or > 65535))
        {
            yield return $"published port {port} is not 1 to 65535";
        }
    }

    private IEnumerable<string> PathErrors() =>
        Files.Select(file => file.Path).Concat(Tmpfs).Where(path => !path.StartsWith('/')).Select(path => $"the path '{path}' is not absolute");

    private IEnumerable<string> LimitErrors()
    {
        if (MemoryBytes < LeastMemoryBytes)
        {
            yield return $"the memory limit of {MemoryBytes} bytes is below the engine's least, {LeastMemoryBytes}";
        }

        if (Cpus <= 0)
        {
            yield return $"the CPU limit of {Cpus} cores is not positive";
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]+\z")]
    private static partial Regex NamePattern();
}
