using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>What a folder may hold that is no file, no text, or not there.</summary>
internal static class FolderEdits
{
    private static readonly Func<string, Random, string>[] All = [Empty, Binary, Large, Folder, Pipe, Socket, Loop, Dangling, Device, Gone, Twice, Many, Deep, Odd, Unreadable, Binary];

    // Names that the configuration itself may use, so that what is there is taken for a part of it.
    private static readonly string[] Names = ["prometheus.yml", "alertmanager.yml", "promtail.yml", "known-defects.yaml", "systems.yaml", "rules/extra.yml", "a.rules", "z.tmpl", "extra.yaml"];

    /// <summary>Does one of it.</summary>
    public static string Apply(string folder, Random random)
    {
        var edit = random.Pick(All);
        var name = random.Pick(Names);
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
        {
            Directory.Delete(path, recursive: true);
        }

        File.Delete(path);
        return $"{name}: {edit(path, random)}";
    }

    private static string Empty(string path, Random random)
    {
        File.WriteAllText(path, random.Pick(["", "\n", "---\n", "--- \n...\n", "\uFEFF", "# nothing", "~", "[]", "{}", "groups:", "groups: []", "route:", "\t"]));
        return "empty or as good as";
    }

    private static string Binary(string path, Random random)
    {
        var bytes = new byte[random.Pick([1, 100, 5_000, 1_000_000])];
        random.NextBytes(bytes);
        File.WriteAllBytes(path, random.Next(2) == 0 ? bytes : [0x7F, (byte)'E', (byte)'L', (byte)'F', .. bytes]);
        return $"{bytes.Length} random bytes";
    }

    private static string Large(string path, Random random)
    {
        var line = random.Pick(["a: b\n", "- x\n", "x", "[", "# c\n", " ", "\n", "- {alert: a, expr: up}\n", "&a ", "- *a\n", "\"", "{{ . }}"]);
        var count = random.Pick([1_000, 100_000, 3_000_000]);
        using var writer = new StreamWriter(path);
        writer.Write(random.Pick(["", "groups:\n- name: g\n  rules:\n", "x: ", "x: |\n  "]));
        for (var i = 0; i < count; i++)
        {
            writer.Write(line);
        }

        return $"{count} times {line.TrimEnd()}";
    }

    private static string Folder(string path, Random random)
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "inside.yml"), "groups: [{name: inside, rules: []}]");
        return "a folder";
    }

    private static string Pipe(string path, Random random)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        return "a pipe";
    }

    private static string Socket(string path, Random random)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        using var left = File.Exists(path) ? null : Process.Start("mkfifo", [path]);
        left?.WaitForExit();
        return "a socket";
    }

    private static string Loop(string path, Random random)
    {
        File.CreateSymbolicLink(path, random.Pick([path, ".", "/", "/proc", "/dev"]));
        return "a link in a circle";
    }

    private static string Dangling(string path, Random random)
    {
        File.CreateSymbolicLink(path, "/nowhere/at/all.yml");
        return "a link to nothing";
    }

    private static string Device(string path, Random random)
    {
        var target = random.Pick(["/dev/zero", "/dev/null", "/dev/urandom", "/dev/full", "/proc/self/maps", "/proc/kallsyms", "/dev/stdin", "/dev/tty"]);
        File.CreateSymbolicLink(path, target);
        return $"a link to {target}";
    }

    private static string Gone(string path, Random random) => "not there";

    private static string Twice(string path, Random random)
    {
        var others = Directory.GetFiles(Path.GetDirectoryName(path)!, "*.y*ml").Where(f => new FileInfo(f) is { LinkTarget: null, Length: > 0 }).Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            File.Copy(random.Pick(others), path, overwrite: true);
        }

        return "a copy of another";
    }

    private static string Many(string path, Random random)
    {
        var count = random.Pick([100, 2_000, 5_001]);
        for (var i = 0; i < count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"many-{i}.yml");
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, name), string.Create(CultureInfo.InvariantCulture, $"groups: [{{name: g{i}, rules: [{{alert: A{i}, expr: 'up == {i}'}}]}}]\n"));
        }

        File.WriteAllText(path, "rule_files: [" + string.Join(", ", Enumerable.Range(0, random.Pick([1, 300, 3_000])).Select(i => $"'rules/*{i}*.yml'")) + "]\n");
        return $"{count} files beside it";
    }

    private static string Deep(string path, Random random)
    {
        var folder = Path.Combine([Path.GetDirectoryName(path)!, .. Enumerable.Repeat("d", random.Pick([5, 9, 100]))]);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "deep.yml"), "groups: []");
        return "deep folders";
    }

    private static string Odd(string path, Random random)
    {
        var name = random.Pick(["a\nb.yml", "\u001b[31mred.yml", "a'\"`$(x).yml", "-rf.yml", " .yml", new string('x', 250) + ".yml", "::1.yml", "<b>&.yml", "%s%n.yml", ".yml", "[x].yml", "\u202Egpj.yml", "a:1:1: b.yml"]);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, name), random.Pick(["groups: [{name: g, rules: [{alert: A, expr: 'up ='}]}]", "groups: 5", "x"]));
        return "a file with an odd name";
    }

    private static string Unreadable(string path, Random random)
    {
        File.WriteAllText(path, "groups: []");
        using var changed = Process.Start("chmod", ["000", path]);
        changed.WaitForExit();
        return "not readable";
    }
}
