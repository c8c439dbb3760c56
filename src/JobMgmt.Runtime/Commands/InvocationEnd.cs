using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>What an invocation ends with, and the line that the agent adds to standard error.</summary>
internal sealed record InvocationEnd(string Status, string Details, long ResponseCode, string ErrorLine)
{
    private const int RebootExitCode = 194;

    public static InvocationEnd Undeliverable { get; } = new(CommandStatus.Failed, CommandStatus.Undeliverable, -1, "");

    public static InvocationEnd DeliveryTimedOut { get; } = new(CommandStatus.TimedOut, CommandStatus.DeliveryTimedOut, -1, "");

    public static InvocationEnd Terminated { get; } = new(CommandStatus.Failed, CommandStatus.Terminated, -1, "");

    /// <summary>A process that could not be started.</summary>
    public static InvocationEnd NotStarted(string reason) => new(CommandStatus.Failed, CommandStatus.Failed, 1, $"failed to run commands: {reason}");

    public static InvocationEnd Of(ProcessExit exit) => exit switch
    {
        { Outcome: ProcessOutcome.TimedOut } => new(CommandStatus.TimedOut, CommandStatus.ExecutionTimedOut, exit.ExitCode, ""),
        { Outcome: ProcessOutcome.Cancelled } => new(CommandStatus.Cancelled, CommandStatus.Cancelled, exit.ExitCode, ""),
        { Outcome: ProcessOutcome.Lost } => new(
            CommandStatus.Failed, CommandStatus.Failed, -1, "failed to run commands: its exit status was lost, because the machine or the command's supervisor was stopped"),
        { ExitCode: 0 } => new(CommandStatus.Success, CommandStatus.Success, 0, ""),
        { ExitCode: RebootExitCode } => new(
            CommandStatus.Failed,
            CommandStatus.Failed,
            RebootExitCode,
            "failed to run commands: exit status 194 (on AWS the agent would reboot the node and run the command again; the local runtime does not)"),
        _ => new(CommandStatus.Failed, CommandStatus.Failed, exit.ExitCode, $"failed to run commands: {Describe(exit.ExitCode)}"),
    };

    /// <summary>The invocation with this end.</summary>
    public CommandInvocationRecord On(CommandInvocationRecord invocation, string stdout, string stderr) =>
        invocation with { Status = Status, StatusDetails = Details, ResponseCode = ResponseCode, Stdout = stdout, Stderr = stderr };

    private static string Describe(int code) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"exit status {code}");
}
