using System.Collections.Immutable;
using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>The process table of a container, read from inside: which process belongs to which session.</summary>
internal static class SessionTable
{
    private const string Zombie = "Z";

    /// <summary>Prints a line of each process.</summary>
    public static ImmutableArray<string> Command { get; } = ["sh", "-c", "cat /proc/[0-9]*/stat 2>/dev/null; true"];

    /// <summary>Living processes of a session, the leader first.</summary>
    /// <param name="output">What the command printed, a <c>stat</c> line (proc(5)) of each process.</param>
    /// <param name="session">Identifier of the session.</param>
    public static ImmutableArray<int> Living(string output, int session) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).Where(p => p.Session == session && p.State != Zombie).Select(p => p.Id).Order()];

    // pid (name) state ppid pgrp session …; the name may hold blanks and brackets.
    private static (int Id, string State, int Session) Read(string line)
    {
        var end = line.LastIndexOf(')');
        var fields = end < 0 ? [] : line[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 3 && int.TryParse(line[..Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal))], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            ? (id, fields[0], session)
            : throw new FormatException($"a line of the process table cannot be read: '{line}'");
    }
}
