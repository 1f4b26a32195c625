using System.CommandLine;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Doctor;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>doctor</c>: says what this machine lacks.</summary>
internal static class DoctorCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var command = new Command(
            "doctor",
            """
            Says what this machine lacks, and what mends it; starts and changes nothing.

            One line for each thing: ok, note (nothing stops a run), or missing (a run fails without it).

            Example:
              ./validate doctor || exit 1

            Exit codes: 0 nothing that a run needs is missing · 3 something is.
            """);
        command.SetAction((_, cancellationToken) => CommandLine.GuardAsync(async () =>
        {
            var lines = Diagnosis.Of(await new MachineProbe(root).LookAsync(cancellationToken));
            DiagnosisTable.Write(Terminal.Output(), lines);
            return (int)(Diagnosis.LacksSomething(lines) ? ExitCode.Environment : ExitCode.AsExpected);
        }));
        return command;
    }
}
