using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Containers.Waits;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>Conditions to wait for. Each has <see cref="DefaultTimeout"/> unless <see cref="WaitStrategy.WithTimeout"/> says otherwise.</summary>
public static class Wait
{
    /// <summary>Longest wait unless told otherwise: ten times the slowest start measured (Prometheus with Kubernetes discovery, 6 s).</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the output has a match, <c>^</c> and <c>$</c> standing for a line's ends. Output of earlier starts counts too.</summary>
    /// <param name="regex">Regular expression.</param>
    /// <exception cref="ArgumentException">The expression cannot be read.</exception>
    public static WaitStrategy ForLog(string regex) => new LogWait(new Regex(regex, RegexOptions.Multiline | RegexOptions.CultureInvariant), DefaultTimeout);

    /// <summary>Waits until something in the container's network namespace listens on a TCP port; works on internal networks too.</summary>
    /// <param name="containerPort">Port inside the container.</param>
    public static WaitStrategy ForPort(int containerPort) => new PortWait(containerPort, DefaultTimeout);

    /// <summary>Waits until a GET of a published port answers with a status from 200 to 299.</summary>
    /// <param name="port">Port inside the container; it must be published.</param>
    /// <param name="path">Path and query.</param>
    public static WaitStrategy ForHttp(int port, string path) => new HttpWait(port, path, DefaultTimeout);

    /// <summary>Waits until the image's health check says healthy.</summary>
    public static WaitStrategy ForHealthy() => new HealthWait(DefaultTimeout);

    /// <summary>Waits until a command run inside exits with 0.</summary>
    /// <param name="command">Program and arguments, without a shell.</param>
    public static WaitStrategy ForCommand(params string[] command) => new CommandWait([.. command], DefaultTimeout);
}
