using System.CommandLine;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>The command line: parses, dispatches, and turns what goes wrong into one clear line and the documented exit code.</summary>
internal static class CommandLine
{
    // A run that is interrupted rolls its faults back and removes its cells before it ends.
    private static readonly TimeSpan InterruptLimit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command and returns the process's exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, string root)
    {
        var command = Describe(root);
        var parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"validate: {string.Join("; ", parsed.Errors.Select(e => e.Message.TrimEnd('.')))} (./validate --help)");
            return (int)ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = InterruptLimit, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a command's body; its errors become one line on standard error and an exit code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (Exception failure) when (ExitCodeOf(failure) is { } code)
        {
            await Console.Error.WriteLineAsync($"validate: {(code == (int)ExitCode.Interrupted ? "interrupted; everything was rolled back and removed" : failure.Message)}");
            if (code == (int)ExitCode.Environment)
            {
                await Console.Error.WriteLineAsync("validate: ./validate doctor says what this machine lacks");
            }

            return code;
        }
    }

    /// <summary>The commands and their options.</summary>
    internal static RootCommand Describe(string root)
    {
        var command = Commands(root);
        HelpPage.Use(command);
        return command;
    }

    private static RootCommand Commands(string root) => new(
        """
        Proves, end to end, that every alert of NovaCron's monitoring strategy fires, reaches the right people and resolves in time.

        Start here:
          ./validate doctor                   what this machine lacks
          ./validate check --config corrected a configuration, in seconds
          ./validate run --config corrected   every alert, for real, in minutes
          ./validate explain ServiceDown      what is promised, and how it is proved

        Results go to standard output, all else to standard error; NO_COLOR is honoured.

        Exit codes, the first that applies: 130 interrupted · 5 a roll-back failed · 2 usage or unreadable configuration ·
        3 the environment could not be set up or was lost · 4 a fault could not be injected or did not take effect ·
        1 a defect not in the ledger, or a ledger entry that no longer reproduces · 6 inconclusive · 0 all as expected.
        """)
    {
        RunCommand.Create(root),
        BlindSpotsCommand.Create(root),
        CheckCommand.Create(root),
        TestCommand.Create(root),
        ListCommand.Create(root),
        ExplainCommand.Create(root),
        HistoryCommand.Create(root),
        DoctorCommand.Create(root),
        ReportCommand.Create(),
        RecoverCommand.Create(),
    };

    private static int? ExitCodeOf(Exception failure) => failure switch
    {
        OperationCanceledException => (int)ExitCode.Interrupted,
        UsageException or ConfigurationException => (int)ExitCode.Usage,
        EngineException or RuleTesterException => (int)ExitCode.Environment,
        _ => null,
    };
}
