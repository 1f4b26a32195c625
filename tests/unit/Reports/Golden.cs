using System.Runtime.CompilerServices;

namespace NovaCron.Validation.Tests.Unit.Reports;

/// <summary>Compares text with a file beside the test. Set UPDATE_GOLDEN=1 to write the files anew; read the difference before committing it.</summary>
internal static class Golden
{
    public static void Compare(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, name);
        var text = string.Join("\n", actual.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        text.Should().Be(File.ReadAllText(path), name);
    }
}
