using System.Text;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>What can be done to a file's bytes, lines and values.</summary>
internal static class FileEdits
{
    // A little more than is read of a file.
    private const int MostCharacters = 20_000_000;

    private static readonly Func<byte[], Random, (byte[], string)>[] Bytewise = [Flip, Insert, Cut, Mark];

    private static readonly Func<List<string>, Random, string>[] Linewise = [Duplicate, Delete, Move, Indent, Repeat, Tab, Raise, Value, Value, Value, Value, Value, Value, Line, Anchor, Flow];

    /// <summary>Does one of it.</summary>
    public static (byte[] Bytes, string What) Apply(byte[] bytes, Random random)
    {
        if (random.Next(5) == 0)
        {
            return random.Pick(Bytewise)(bytes, random);
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var what = random.Pick(Linewise)(lines, random);
        return (Encoding.UTF8.GetBytes(string.Join('\n', lines)), what);
    }

    private static (byte[], string) Flip(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return (bytes, "bits flipped");
    }

    private static (byte[], string) Insert(byte[] bytes, Random random)
    {
        byte[] what = random.Pick<byte[]>([[0], [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x1B, (byte)'[', (byte)'2', (byte)'J'], [0x85], [0xE2, 0x80, 0xA8], [0xF0, 0x9F, 0x98, 0x80], [7], [0x0D]]);
        var at = random.Next(bytes.Length + 1);
        return ([.. bytes[..at], .. what, .. bytes[at..]], $"bytes {Convert.ToHexString(what)} put in");
    }

    private static (byte[], string) Cut(byte[] bytes, Random random) => (bytes[..random.Next(bytes.Length)], "cut off");

    private static (byte[], string) Mark(byte[] bytes, Random random) => random.Next(3) switch
    {
        0 => ([0xEF, 0xBB, 0xBF, .. bytes], "a byte order mark"),
        1 => (Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)), "UTF-16"),
        _ => (Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).ReplaceLineEndings(random.Next(2) == 0 ? "\r\n" : "\r")), "other line ends"),
    };

    private static string Duplicate(List<string> lines, Random random)
    {
        var (at, count) = Some(lines, random);
        lines.InsertRange(at, lines.GetRange(at, count));
        return $"{count} lines from {at + 1} doubled";
    }

    private static string Delete(List<string> lines, Random random)
    {
        var (at, count) = Some(lines, random);
        lines.RemoveRange(at, count);
        return $"{count} lines from {at + 1} deleted";
    }

    private static string Move(List<string> lines, Random random)
    {
        var (at, count) = Some(lines, random);
        var moved = lines.GetRange(at, count);
        lines.RemoveRange(at, count);
        lines.InsertRange(random.Next(lines.Count + 1), moved);
        return $"{count} lines from {at + 1} moved";
    }

    private static string Indent(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        lines[at] = random.Next(2) == 0 ? "  " + lines[at] : lines[at].Length > 0 ? lines[at][1..] : "  ";
        return $"line {at + 1} indented otherwise";
    }

    private static string Repeat(List<string> lines, Random random)
    {
        var (at, count) = Some(lines, random);
        var some = lines.GetRange(at, count);
        var times = Math.Min(random.Pick([10, 100, 1000]), MostCharacters / some.Sum(l => l.Length + 1));
        lines.InsertRange(at, Enumerable.Repeat(some, times).SelectMany(l => l));
        return $"{count} lines from {at + 1} {times} times";
    }

    private static string Tab(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        lines[at] = lines[at].Replace("  ", "\t", StringComparison.Ordinal);
        return $"tabs on line {at + 1}";
    }

    // A block further in, alone or as its own child.
    private static string Raise(List<string> lines, Random random)
    {
        var (at, count) = Some(lines, random);
        var times = random.Pick([1, 1, 5, 30, 100]);
        for (var i = 1; i <= times; i++)
        {
            lines.InsertRange(at + (i * count), lines.GetRange(at, count).Select(l => new string(' ', 2 * i) + l));
        }

        return $"{count} lines from {at + 1} nested {times} times";
    }

    private static string Value(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        var value = HostileTexts.Next(random);
        var start = colon >= 0 ? lines[at][..(colon + 2)] : lines[at].TrimStart().StartsWith("- ", StringComparison.Ordinal) ? lines[at][..(lines[at].IndexOf('-', StringComparison.Ordinal) + 2)] : lines[at] + ": ";
        lines[at] = start + HostileTexts.Quote(value.Text, random);
        return $"line {at + 1}: {value.Name}";
    }

    private static string Line(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var indent = lines[at].Length - lines[at].TrimStart().Length;
        var field = random.Pick(HostileTexts.Fields);
        var value = HostileTexts.Next(random);
        lines.Insert(at, $"{new string(' ', indent)}{field}: {HostileTexts.Quote(value.Text, random)}");
        return $"line {at + 1}: a field {field} of {value.Name}";
    }

    private static string Anchor(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var words = random.Pick(HostileTexts.Yaml);
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        lines[at] = colon < 0 ? lines[at] + words : $"{lines[at][..(colon + 2)]}{words} {(random.Next(2) == 0 ? lines[at][(colon + 2)..] : "")}";
        return $"line {at + 1}: {words}";
    }

    private static string Flow(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var depth = random.Pick([3, 63, 64, 65, 1000, 100_000]);
        var (open, close) = random.Pick([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{", "}]"), ("{[a]: ", "}"), ("!a ", ""), ("&a ", "")]);
        lines[at] += ": " + string.Concat(Enumerable.Repeat(open, depth)) + (random.Next(2) == 0 ? string.Concat(Enumerable.Repeat(close, depth)) : "");
        return $"line {at + 1}: {depth} times {open}{close}";
    }

    private static (int At, int Count) Some(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        return (at, Math.Min(random.Next(1, 12), lines.Count - at));
    }
}
