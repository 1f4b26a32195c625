using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Reports;
using Spectre.Console;

namespace NovaCron.Validation.Scenarios.Doctor;

/// <summary>Writes a diagnosis: a line for each thing, its mark first, then what mends it.</summary>
internal static class DiagnosisTable
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<DiagnosisLine> lines)
    {
        var width = lines.Max(l => l.What.Length);
        foreach (var line in lines)
        {
            var (mark, style) = line.Mark switch { Mark.Ok => ("ok", "green"), Mark.Note => ("note", "yellow"), _ => ("missing", "red bold") };
            var hanging = "missing ".Length + width + 2;
            var text = SafeText.Wrap(SafeText.OneLine(line.Found + (line.Mend is { } mend ? $" -> {mend}" : "")), Math.Max(16, console.Profile.Width - hanging - 1)).ToList();
            console.MarkupLine($"[{style}]{mark,-7}[/] {line.What.PadRight(width)}  {text.FirstOrDefault("").EscapeMarkup()}");
            text.Skip(1).ToList().ForEach(t => console.MarkupLine(new string(' ', hanging) + t.EscapeMarkup()));
        }

        ReportLine.Write(console, "");
        ReportLine.Write(console, Diagnosis.LacksSomething(lines) ? "Something that a run needs is missing." : "Nothing that a run needs is missing.", "bold");
    }
}
